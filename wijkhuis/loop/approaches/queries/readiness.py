"""Whether an approach may be chosen: those concerned were heard first."""

from wijkhuis.loop.agenda.queries.concerned import has_heard_those_concerned
from wijkhuis.loop.signals.models import Theme


def those_concerned_were_heard(theme: Theme) -> bool:
    """Whether the group wrote down what people in this situation say themselves."""
    return has_heard_those_concerned(theme)
