"""Whether an approach may be chosen: those concerned were heard first."""

from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.signals.models import Theme


def those_concerned_were_heard(theme: Theme) -> bool:
    """Whether the group wrote down what people in this situation say themselves."""
    return Concerned.objects.filter(theme=theme).exists()
