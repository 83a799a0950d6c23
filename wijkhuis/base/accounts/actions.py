"""Inviting people, closing accounts, and what people change about their own account."""

from collections.abc import Sequence
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.jobs import send_invitation
from wijkhuis.base.accounts.models import SignIn, User
from wijkhuis.base.errors import demand
from wijkhuis.base.queue import leave_work

KEEP_SIGN_INS = timedelta(days=90)


@transaction.atomic
def invite_user(
    *,
    email: str,
    first_name: str,
    by: User | None,
    last_name: str = "",
    function: str = "",
    needs_second_factor: bool = True,
) -> User:
    """Make an account and mail an invitation; somebody who already has an account keeps it and gets no mail."""
    email = email.strip().lower()
    user = User.objects.select_for_update().filter(email=email).first()
    if user and user.is_active:
        return _raise_lock(user, needs_second_factor)
    user = user or User.objects.create_user(email=email)
    user.is_active = True
    user.first_name, user.last_name, user.function = first_name, last_name, function
    user.needs_second_factor = needs_second_factor
    user.save()
    leave_work(send_invitation, user_id=user.pk, by_id=by.pk if by else None)
    return user


@transaction.atomic
def deactivate_user(user: User, *, by: User | None) -> None:
    """Close an account: sessions end, and password, passkeys and ties to the municipality's provider are gone."""
    demand(by is None or by.pk != user.pk, _("You cannot close your own account. Ask somebody else."))
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()


def change_own_details(
    user: User, *, first_name: str, last_name: str, function: str, phone: str, language: str, by: User
) -> None:
    """Keep what somebody says about themselves."""
    demand(by.pk == user.pk, _("Only you can change this."))
    user.first_name, user.last_name, user.function = first_name, last_name, function
    user.phone, user.language = phone, language
    user.save(update_fields=["first_name", "last_name", "function", "phone", "language"])


def choose_language(user: User, *, language: str, by: User) -> None:
    """Speak this language to somebody from now on; informal Dutch stays informal."""
    demand(by.pk == user.pk and language in settings.STAFF_LANGUAGES, _("Choose Dutch or English."))
    if user.language.split("-")[0] != language:
        user.language = language
        user.save(update_fields=["language"])


def keep_sign_in(user: User, *, ways: Sequence[str], origin: str) -> None:
    """Write down that somebody came in, for their own eyes; after ninety days it is forgotten."""
    now = clock.now()
    SignIn.objects.filter(user=user, at__lt=now - KEEP_SIGN_INS).delete()
    SignIn.objects.create(user=user, at=now, way=SignIn.way_of(ways), origin=origin)


def _raise_lock(user: User, needs_second_factor: bool) -> User:
    if needs_second_factor and not user.needs_second_factor:
        user.needs_second_factor = True
        user.save(update_fields=["needs_second_factor"])
    return user
