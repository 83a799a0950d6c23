"""Two entries that may be one, fact by fact beside each other."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.models import SourceRecord
from wijkhuis.house.sources.queries.differences import label_of, value_of, words_of
from wijkhuis.house.sources.rules.facts import FACTS, is_blank, is_same

LONG = ("description", "conditions", "how_to_apply")
# What says little to who compares.
LEFT_OUT = ("latitude", "longitude", "bag_id")


@dataclass(frozen=True)
class Beside:
    """One fact of both: its name, its words, what either says, and which of the two is proposed to stay."""

    fact: str
    label: str
    first: str
    second: str
    is_same: bool
    take_second: bool


def beside(first: Entry, second: Entry) -> list[Beside]:
    """The facts of two entries; what both leave empty is left out. A fact that only one has is proposed to stay."""
    rows = []
    for fact in FACTS:
        one, other = value_of(first, fact), value_of(second, fact)
        if fact in LEFT_OUT or (one in ("", None, []) and other in ("", None, [])):
            continue
        take = is_blank(fact, one) and not is_blank(fact, other)
        rows.append(
            Beside(fact, label_of(fact), words_of(fact, one), words_of(fact, other), is_same(fact, one, other), take)
        )
    return rows


def origins(*entries: Entry) -> dict[int, str]:
    """Where each of these entries came from, in words."""
    records = SourceRecord.objects.filter(entry__in=entries).select_related("source").order_by("pk")
    found: dict[int, list[str]] = {}
    for record in records:
        found.setdefault(record.entry_id, []).append(record.source.name)
    ours = _("added by hand")
    return {entry.pk: ", ".join(dict.fromkeys(found.get(entry.pk, []))) or ours for entry in entries}


def alike_words(alike: list[str]) -> str:
    """In words what two entries have in common."""
    words = {
        "name": _("name"),
        "phone": _("phone"),
        "website": _("website"),
        "address": _("address"),
        "meaning": _("what it is"),
    }
    return ", ".join(words[one] for one in alike if one in words)
