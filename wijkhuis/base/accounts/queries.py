"""What is known about somebody's way of signing in."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import QuerySet

from wijkhuis.base.accounts.models import SignIn, User

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
DEMO_PEOPLE = "@voorbeeld.wijkhuis.nl"


@dataclass(frozen=True)
class Locks:
    """The second factors of one person."""

    app: Authenticator | None
    passkeys: list[Authenticator]
    spare_codes_left: int


def user_with_email(email: str) -> User | None:
    """The person who may sign in with this address, if there is one."""
    return User.objects.filter(email=email.strip().lower(), is_active=True).first()


def has_second_factor(user: User, *, besides: Authenticator | None = None) -> bool:
    """Whether somebody has an app or a passkey, possibly besides the one given."""
    factors = Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS)
    return factors.exclude(pk=besides.pk if besides else None).exists()


def locks_of(user: User) -> Locks:
    """The app, the passkeys and how many spare codes are left, in one query."""
    found = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    kinds = {factor.type: factor for factor in found}
    spare = kinds.get(Authenticator.Type.RECOVERY_CODES)
    return Locks(
        app=kinds.get(Authenticator.Type.TOTP),
        passkeys=[factor for factor in found if factor.type == Authenticator.Type.WEBAUTHN],
        spare_codes_left=len(spare.wrap().get_unused_codes()) if spare else 0,
    )


def recent_sign_ins(user: User, *, limit: int = 10) -> QuerySet[SignIn]:
    """When and how somebody came in, newest first."""
    return SignIn.objects.filter(user=user).order_by("-at")[:limit]


def demo_people() -> QuerySet[User]:
    """The invented people, only where the demo runs."""
    if not settings.DEMO:
        return User.objects.none()
    return User.objects.filter(email__endswith=DEMO_PEOPLE, is_active=True).order_by("pk")
