"""Who comes back: their session and their account, with questions that are written once. Every page asks both."""

from datetime import datetime
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often


class SessionStore(db.SessionStore):
    """Sessions in the database, as Django keeps them."""

    def _get_session_from_db(self) -> Session | None:
        found = _session(key=self.session_key, now=timezone.now()).first() if self.session_key else None
        if found is None:
            self._session_key = None
        return found


class Backend(AuthenticationBackend):
    """Accounts, as allauth checks them."""

    def get_user(self, user_id: Any) -> User | None:
        """The account of a session; None when it is gone or switched off."""
        user = _account(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None


@asked_often
def _session(*, key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)


@asked_often
def _account(*, pk: Any) -> QuerySet[User]:
    return User.objects.filter(pk=pk)
