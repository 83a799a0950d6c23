"""Those concerned first: whether people in the situation were heard."""

from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.signals.models import Theme


def has_heard_those_concerned(theme: Theme) -> bool:
    """Whether the group wrote down what people in the situation say themselves; an approach is chosen after that."""
    return Concerned.objects.filter(theme=theme).exists()
