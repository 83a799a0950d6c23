"""Approaches of a theme: who owns them, who joins, and what was told back."""

from wijkhuis.loop.approaches.models.approach import Approach, ApproachQuerySet, Pledge, Step
from wijkhuis.loop.approaches.models.making import Draft, HouseMethod
from wijkhuis.loop.approaches.models.telling import Hearing, Joiner, Told

__all__ = [
    "Approach",
    "ApproachQuerySet",
    "Draft",
    "Hearing",
    "HouseMethod",
    "Joiner",
    "Pledge",
    "Step",
    "Told",
]
