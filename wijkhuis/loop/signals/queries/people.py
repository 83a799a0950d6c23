"""How many different people are behind a theme, without knowing who."""

from collections.abc import Iterable

from django.db.models import Count

from wijkhuis.loop.signals.models import Theme, VoiceKey


def people_of(theme: Theme) -> int:
    """How many different people at least: the highest count among the keys of the theme."""
    return people_of_each([theme.pk])[theme.pk]


def people_of_each(theme_ids: Iterable[int]) -> dict[int, int]:
    """The same for many themes in one query; 0 for a theme nobody is known to be behind."""
    ids = list(theme_ids)
    keys = VoiceKey.objects.filter(theme_id__in=ids).annotate(people=Count("voices__token", distinct=True))
    found: dict[int, int] = {}
    for theme_id, people in keys.values_list("theme_id", "people"):
        found[theme_id] = max(found.get(theme_id, 0), people)
    return {theme_id: found.get(theme_id, 0) for theme_id in ids}
