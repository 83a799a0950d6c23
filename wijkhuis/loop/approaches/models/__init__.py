"""Approaches of a theme, and the action programme of a neighbourhood."""

from wijkhuis.loop.approaches.models.approach import Approach, Joiner, Pledge, Step, Told
from wijkhuis.loop.approaches.models.programme import Aim, Programme, ProgrammeAction

__all__ = ["Aim", "Approach", "Joiner", "Pledge", "Programme", "ProgrammeAction", "Step", "Told"]
