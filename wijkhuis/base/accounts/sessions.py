"""What a session remembers about how somebody came in."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from wijkhuis.base.accounts.models import User

BEGAN = "session_began_at"
SEEN = "session_seen_at"
ENDED = "session_ended_because"
STRONG = "session_is_strong"
LANGUAGE = "session_language"

# Signing in at the municipality counts as two steps: the municipality asks its own.
STRONG_WAYS = {"mfa", "socialaccount"}
JUST_NOW_SECONDS = 300


def person_of(request: HttpRequest) -> User:
    """Who is signed in; only for pages behind the door."""
    assert isinstance(request.user, User)
    return request.user


def mark_strong(session: SessionBase) -> None:
    """Remember that somebody showed a second factor."""
    session[STRONG] = True


def mark_new_lock(request: HttpRequest) -> None:
    """Remember that somebody just made a lock: that shows who they are as well as using it does."""
    mark_strong(request.session)
    record_authentication(request, person_of(request), method="mfa", reauthenticated=True)


def is_strong(session: SessionBase) -> bool:
    """Whether somebody showed a second factor in this session."""
    return bool(session.get(STRONG))


def ways_in(request: HttpRequest) -> list[str]:
    """How the person of this session proved who they are: password, code, mfa, socialaccount, password_reset."""
    return [record["method"] for record in _records(request)]


def came_in_just_now(request: HttpRequest) -> bool:
    """Whether the person proved who they are in the last five minutes."""
    records = _records(request)
    return bool(records) and time.time() - records[-1]["at"] < JUST_NOW_SECONDS


def _records(request: HttpRequest) -> list[dict]:
    if not request.user.is_authenticated:
        return []
    return get_authentication_records(request, request.user)
