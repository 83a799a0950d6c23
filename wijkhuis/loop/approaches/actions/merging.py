"""Approaches go along when another theme takes theirs in."""

from wijkhuis.loop.approaches.models import Approach, Draft
from wijkhuis.loop.signals.models import Theme


def move_to_theme(taken_in: Theme, kept: Theme) -> None:
    """Move approaches, and what somebody typed for one, in the transaction of who merges."""
    Approach.objects.filter(theme=taken_in).update(theme=kept)
    theirs = Draft.objects.filter(theme=kept).values("user")
    Draft.objects.filter(theme=taken_in).exclude(user__in=theirs).update(theme=kept)
    Draft.objects.filter(theme=taken_in).delete()
