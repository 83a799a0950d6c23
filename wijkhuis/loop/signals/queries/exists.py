"""What exists already for a theme, as sentences of a list."""

from typing import Any

from django.urls import reverse

from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.queries.existing import what_exists_for

MOST = 5


def what_exists(theme: Theme) -> list[dict[str, Any]]:
    """Groups, places and help of the map that fit what the theme is about, then earlier themes of its kind."""
    found = what_exists_for(theme, limit=MOST)
    rows = [
        {
            "url": reverse("directory:entry", args=[one.entry.pk]),
            "who": one.entry.name,
            "what": one.entry.get_kind_display(),
        }
        for one in (*found.groups, *found.help)
    ]
    return rows + [
        {"url": reverse("signals:theme", args=[one.pk]), "who": one.name, "what": one.get_standing_display()}
        for one in found.earlier
    ]
