"""The request of somebody who signed in."""

from django.http import HttpRequest

from wijkhuis.base.accounts.models import User


class SignedIn(HttpRequest):
    """A request behind the door: pages are closed by default, so its user is one of ours."""

    user: User
