"""Who acts in this request, and from where."""

from django.http import HttpRequest

from wijkhuis.base.access import origin
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.actions import Actor


def actor_of(request: HttpRequest, *, otherwise: str = "visitor") -> Actor:
    """The signed-in person, or a label for somebody without an account, with the network address."""
    if isinstance(request.user, User):
        return Actor(user=request.user, origin=origin(request))
    return Actor(label=otherwise, origin=origin(request))
