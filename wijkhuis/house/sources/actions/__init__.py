"""Everything that changes what sources say."""

from wijkhuis.house.sources.actions.taking_in import take_in

__all__ = ["take_in"]
