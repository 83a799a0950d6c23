"""How the house is switched on. Everything that differs between houses on machines comes from the environment."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
HUIS_HOME = Path(os.environ.get("HUIS_HOME", BASE_DIR / "var")).resolve()
HUIS_PORT = int(os.environ.get("HUIS_PORT", "8000"))


def flag(name: str, *, default: bool = False) -> bool:
    """Read a yes or no from the environment."""
    return os.environ.get(name, str(default)).lower() in {"1", "true", "yes", "ja"}


def names(name: str, *, default: str = "") -> list[str]:
    """Read a list, separated by commas, from the environment."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def kept_secret(path: Path) -> str:
    """The secret of an installation on one machine: made once, whole, for its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            with contextlib.suppress(FileExistsError):
                os.link(file.name, path)
    return path.read_text()


DEBUG = flag("HUIS_DEBUG")
DEMO = flag("HUIS_DEMO")
SECRET_KEY = os.environ.get("SECRET_KEY") or kept_secret(HUIS_HOME / "secret-key")
SECRET_KEY_FALLBACKS = names("SECRET_KEY_FALLBACKS")
SITE_URL = os.environ.get("HUIS_URL", f"http://localhost:{HUIS_PORT}")
ALLOWED_HOSTS = names("HUIS_HOSTS", default="localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = names("HUIS_ORIGINS")
TLS = SITE_URL.startswith("https://")
if TLS and not os.environ.get("SECRET_KEY"):
    raise ImproperlyConfigured("Set SECRET_KEY to fifty random characters: sessions and links hang on it.")

# From the ground up: what is listed lower may use what is listed higher.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "wijkhuis.base.ui",
    "wijkhuis.base.accounts",
    "wijkhuis.base.journal",
    "wijkhuis.base.messages",
    "wijkhuis.base.trail",
    "wijkhuis.base.upkeep",
    "wijkhuis.house.neighbourhood",
    "wijkhuis.house.people",
    "wijkhuis.house.directory",
    "wijkhuis.house.sources",
    "wijkhuis.house.fieldwork",
    "wijkhuis.house.library",
    "wijkhuis.house.partners",
    "wijkhuis.loop.desk",
    "wijkhuis.loop.signals",
    "wijkhuis.loop.agenda",
    "wijkhuis.loop.approaches",
    "wijkhuis.loop.programme",
    "wijkhuis.site.home",
    "wijkhuis.site.office",
    "wijkhuis.site.steering",
    "wijkhuis.site.api",
    "wijkhuis.site.demo",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "django_htmx",
    "template_partials",
    "csp",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wijkhuis.base.accounts.middleware.SessionEndsMiddleware",
    "wijkhuis.base.accounts.middleware.LanguageMiddleware",
    "wijkhuis.base.access.ClosedByDefaultMiddleware",
    "wijkhuis.base.accounts.middleware.SecondFactorFirstMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wijkhuis.base.ui.middleware.SentenceForRuleBrokenMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "wijkhuis.house.people.pages.staff_pages",
                "wijkhuis.house.neighbourhood.speaking.numbers_to_call",
            ],
            "builtins": ["wijkhuis.base.ui.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "wijkhuis.base.ui.renderer.PlainWidgets"

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", "postgres:///wijkhuis"), conn_max_age=60, conn_health_checks=True
    )
}
# A database that cannot be reached is said to be so in seconds; nobody waits for minutes.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
# A form with a list of choices asks in one go instead of opening, reading and closing a cursor.
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
# Our joins stand in a good order as written; weighing every other order costs more than the rows of a list.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c join_collapse_limit=4")
# The database thinks once about a question that is asked again and again: values travel apart from the words.
DATABASES["default"]["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 2}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # Tries are counted here; with Django's 300 a flood of other tries would wipe the counts.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["wijkhuis.base.accounts.coming_back.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "wijkhuis.base.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "wijkhuis.base.accounts.passwords.NotEverybodysPassword"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:start"

# A session ends after twelve hours, or after thirty minutes without a sign of life.
SESSION_ENDS_AFTER_SECONDS = 12 * 3600
SESSION_IDLE_SECONDS = 30 * 60
# The screen in the hall forgets after so many seconds without a touch.
KIOSK_SILENCE_SECONDS = 60
SESSION_ENGINE = "wijkhuis.base.accounts.coming_back"
SESSION_COOKIE_AGE = SESSION_ENDS_AFTER_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
SESSION_COOKIE_NAME = "huis_sessie"
CSRF_COOKIE_NAME = "huis_csrf"
LANGUAGE_COOKIE_NAME = "huis_taal"

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("HUIS_BEHIND_PROXY") else None
TRUSTED_PROXY_COUNT = 1 if flag("HUIS_BEHIND_PROXY") else 0
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_SSL_REDIRECT = TLS
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Signing in at the municipality is a form that ends at another address.
OIDC_ORIGIN = "/".join(os.environ.get("HUIS_OIDC_SERVER", "").split("/")[:3])
# The background of the map comes from PDOK, when the house wants that and the browser can reach it.
TILES = flag("HUIS_TILES", default=not (DEMO or DEBUG or flag("HUIS_TESTING")))
TILES_URL = os.environ.get(
    "HUIS_TILES_URL", "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png"
)
TILES_ORIGIN = "/".join(TILES_URL.split("/")[:3]) if TILES else ""
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *filter(None, [TILES_ORIGIN])],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *filter(None, [OIDC_ORIGIN]), *names("HUIS_FORM_ACTIONS")],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# A list that somebody with an account brings; the sentence about larger files is the form's.
LARGEST_UPLOAD = 64 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "wijkhuis.base.uploads.NotTooMuch",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LANG_INFO["nl-informal"] = {"bidi": False, "code": "nl-informal", "name": "Dutch (je)", "name_local": "Nederlands"}
LANGUAGE_CODE = "nl"
LANGUAGES = [
    ("nl", _("Dutch")),
    ("nl-informal", _("Dutch (informal)")),
    ("en", _("English")),
    ("tr", _("Turkish")),
    ("ar", _("Arabic")),
]
LANGUAGE_CHOICE_URL = "set_language"
RESIDENT_LANGUAGES = ["nl", "en", "tr", "ar"]
STAFF_LANGUAGES = ["nl", "en"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HUIS_HOME / "static"
(HUIS_HOME / "assets").mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [HUIS_HOME / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or flag("HUIS_TESTING")
        else "wijkhuis.base.ui.storage.RememberedFiles"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or flag("HUIS_TESTING")
WHITENOISE_AUTOREFRESH = DEBUG

# Signing in: see wijkhuis/base/accounts.
ACCOUNT_ADAPTER = "wijkhuis.base.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "wijkhuis.base.accounts.adapters.MunicipalityAdapter"
ACCOUNT_FORMS = {
    "login": "wijkhuis.base.accounts.forms.LoginForm",
    "request_login_code": "wijkhuis.base.accounts.forms.RequestLoginCodeForm",
    "confirm_login_code": "wijkhuis.base.accounts.forms.ConfirmLoginCodeForm",
    "change_password": "wijkhuis.base.accounts.forms.ChangePasswordForm",
    "set_password": "wijkhuis.base.accounts.forms.SetPasswordForm",
    "reset_password": "wijkhuis.base.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "wijkhuis.base.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "wijkhuis.base.accounts.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
# allauth shows a password field only when this names one; signing up stays closed.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
# Every limit is open again after five minutes: that is what the sentence says.
ACCOUNT_RATE_LIMITS = {
    "login": "60/5m/ip",
    "login_failed": "20/5m/ip,5/5m/key",
    "request_login_code": "20/5m/ip,5/5m/key",
    "reset_password": "20/5m/ip,5/5m/key",
    "reset_password_from_key": "20/5m/ip",
    "change_password": "10/5m/user",
    "reauthenticate": "10/5m/user",
}
MFA_ADAPTER = "wijkhuis.base.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "wijkhuis.base.accounts.forms.SecondFactorForm",
    "reauthenticate": "wijkhuis.base.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "wijkhuis.base.accounts.forms.SetUpAppForm",
    "add_webauthn": "wijkhuis.base.accounts.forms.AddPasskeyForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not TLS
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "gemeente",
                    "name": os.environ.get("HUIS_OIDC_NAME", "Gemeente"),
                    "client_id": os.environ.get("HUIS_OIDC_CLIENT", "wijkhuis"),
                    "secret": os.environ.get("HUIS_OIDC_SECRET", ""),
                    "settings": {
                        "server_url": os.environ["HUIS_OIDC_SERVER"],
                        "token_auth_method": "client_secret_basic",
                        "scope": ["openid", "email"],
                        # For providers that do not say whether they checked the address.
                        "verified_email": flag("HUIS_OIDC_TRUST_EMAIL"),
                    },
                }
            ],
        }
    }
    if os.environ.get("HUIS_OIDC_SERVER")
    else {}
)

# Messages: see wijkhuis/base/messages. A channel without settings writes to the console.
EMAIL_HOST = os.environ.get("HUIS_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("HUIS_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("HUIS_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("HUIS_SMTP_PASSWORD", "")
EMAIL_USE_TLS = flag("HUIS_SMTP_STARTTLS")
EMAIL_USE_SSL = flag("HUIS_SMTP_TLS")
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "django.core.mail.backends.console.EmailBackend"
)
DEFAULT_FROM_EMAIL = os.environ.get("HUIS_MAIL_FROM", "Huis van de Wijk <huis@localhost>")
REPLY_TO = os.environ.get("HUIS_MAIL_REPLY_TO", "")
NOTIFY_API_KEY = os.environ.get("HUIS_NOTIFY_KEY", "")
NOTIFY_URL = os.environ.get("HUIS_NOTIFY_URL", "https://api.notifynl.nl")
NOTIFY_TEMPLATES = {
    "sms": os.environ.get("HUIS_NOTIFY_SMS_TEMPLATE", ""),
    "email": os.environ.get("HUIS_NOTIFY_EMAIL_TEMPLATE", ""),
    "letter": os.environ.get("HUIS_NOTIFY_LETTER_TEMPLATE", ""),
}
NOTIFY_CALLBACK_TOKEN = os.environ.get("HUIS_NOTIFY_CALLBACK_TOKEN", "")

# Where addresses are: see wijkhuis/base/geo. The demo and the tests ask nobody.
GEOCODER = os.environ.get("HUIS_GEOCODER", "none" if DEMO or DEBUG or flag("HUIS_TESTING") else "pdok")
GEOCODER_URL = os.environ.get("HUIS_GEOCODER_URL", "https://api.pdok.nl/bzk/locatieserver/search/v3_1")

# Exchange of the map: how many questions to the API in a minute from one address, and which machines
# of our own network a list may be read from.
API_RATE = int(os.environ.get("HUIS_API_RATE", "300"))
SOURCE_HOSTS = names("HUIS_SOURCE_HOSTS")

# A worker knows the jobs and the clock of every room.
PROCRASTINATE_IMPORT_PATHS = [
    f"{app}.{door}"
    for app in INSTALLED_APPS
    for door in ("jobs", "schedule")
    if (BASE_DIR / app.replace(".", "/") / f"{door}.py").exists()
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "class": "wijkhuis.base.logs.CarefulFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("HUIS_LOG", "WARNING")},
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
