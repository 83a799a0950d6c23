"""Of which themes something came."""

from collections.abc import Collection

from wijkhuis.loop.approaches.models import Approach


def themes_with_an_approach(theme_ids: Collection[int]) -> set[int]:
    """Those of these themes that have an approach, running or ended; one query."""
    return set(Approach.objects.filter(theme__in=theme_ids).values_list("theme_id", flat=True))
