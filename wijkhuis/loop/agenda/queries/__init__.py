"""What the meetings and the neighbourhood agenda show."""

from wijkhuis.loop.agenda.queries.concerned import has_heard_those_concerned

__all__ = ["has_heard_those_concerned"]
