"""What the stories about signing in share: people, the mail, codes and moving the clock."""

import re

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.urls import reverse, reverse_lazy

from wijkhuis.base.accounts.models import User

PASSWORD = "een lange zin onthoud je"
LOGIN = reverse_lazy("account_login")


def make_person(first_name="Joost", *, password=PASSWORD, **facts):
    email = facts.pop("email", f"{first_name.lower()}@huis.test")
    return User.objects.create_user(email, password=password, first_name=first_name, **facts)


def give_app(user):
    """Tie an app with codes to somebody's account; gives the secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of_app(secret):
    # The code of this moment; the first one that is still right may be wrong a moment later.
    _before, counter, _after = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def code_in_mail():
    return re.search(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", mail.outbox[-1].body, re.M).group(1)


def type_password(client, email, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def ask_code(client, email, **more):
    return client.post(reverse("account_request_login_code"), {"email": email, **more})


def type_code(client, code, **more):
    return client.post(reverse("account_confirm_login_code"), {"code": code, **more})


def is_in(client):
    """Whether the person sees their own account page."""
    return client.get(reverse("my_account")).status_code == 200
