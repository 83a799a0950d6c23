"""What of the programme goes along when another theme takes one in."""

from wijkhuis.base.trail.merging import moves_with
from wijkhuis.loop.programme.models import ProgrammeAction
from wijkhuis.loop.signals.models import Theme


@moves_with(Theme)
def when_a_theme_is_taken_in(taken_in: Theme, kept: Theme) -> None:
    """Actions of the programme that began with it, now began with the theme that stays."""
    ProgrammeAction.objects.filter(theme=taken_in).update(theme=kept)
