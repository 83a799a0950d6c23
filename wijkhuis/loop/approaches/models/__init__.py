"""Approaches of a theme, and the action programme of a neighbourhood."""

from wijkhuis.loop.approaches.models.approach import Approach, ApproachQuerySet, Pledge, Step
from wijkhuis.loop.approaches.models.making import Draft, HouseMethod
from wijkhuis.loop.approaches.models.programme import Aim, Programme, ProgrammeAction
from wijkhuis.loop.approaches.models.telling import Hearing, Joiner, Told

__all__ = [
    "Aim",
    "Approach",
    "ApproachQuerySet",
    "Draft",
    "Hearing",
    "HouseMethod",
    "Joiner",
    "Pledge",
    "Programme",
    "ProgrammeAction",
    "Step",
    "Told",
]
