"""What exists already for a theme, before something new is thought of."""

from typing import Any

from django.urls import reverse

from wijkhuis.house.directory.queries.search import search_entries
from wijkhuis.loop.signals.models import Theme

MOST = 5


def what_exists(theme: Theme) -> list[dict[str, Any]]:
    """Entries of the map that fit the name of a theme, as sentences of a list."""
    found = search_entries(theme.name, house=theme.house, limit=MOST)
    return [
        {
            "url": reverse("directory:entry", args=[one.entry.pk]),
            "who": one.entry.name,
            "what": one.entry.get_kind_display(),
        }
        for one in found
    ]
