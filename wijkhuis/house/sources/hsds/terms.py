"""Our lists of words as taxonomies: kinds, topics, and for whom."""

from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.hsds.ids import taxonomy_id, term_id

KIND, TOPICS, AUDIENCE = "kind", "topics", "audience"
TAXONOMIES = (KIND, TOPICS, AUDIENCE)


@cache
def words() -> dict[str, str]:
    """What stands in words in every export, in the language of the map and not of who asks."""
    with override(settings.LANGUAGE_CODE):
        return {
            KIND: _("Kind"),
            TOPICS: _("Topics"),
            AUDIENCE: _("For whom"),
            f"about {KIND}": _("What kind of thing it is."),
            f"about {TOPICS}": _("What it helps with, in the words of the map."),
            f"about {AUDIENCE}": _("For whom it is, in the words of the map."),
            "places": _("places"),
            "unverified": _("Nobody looked in the past year whether this is right."),
            **{kind.value: str(kind.label) for kind in Entry.Kind},
            **{f"step-free {way.value}": str(way.label) for way in Entry.StepFree},
        }


def write_taxonomy(taxonomy: str) -> dict[str, Any]:
    """One of our lists of words."""
    return {"id": taxonomy_id(taxonomy), "name": words()[taxonomy], "description": words()[f"about {taxonomy}"]}


def write_term(taxonomy: str, word: str, *, full: bool = True) -> dict[str, Any]:
    """One word of a list; full: with the list it stands in."""
    name = words()[word] if taxonomy == KIND else word
    term = {
        "id": term_id(taxonomy, word),
        "code": word,
        "name": name,
        "description": name,
        "taxonomy": words()[taxonomy],
        "taxonomy_id": taxonomy_id(taxonomy),
        "language": settings.LANGUAGE_CODE,
    }
    return {**term, "taxonomy_detail": write_taxonomy(taxonomy)} if full else term
