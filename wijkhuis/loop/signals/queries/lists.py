"""The page of themes: what waits, what is open, decided and closed, as sentences one can scan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wijkhuis.base.asked import Asked, asked_often
from wijkhuis.loop.signals.models import Proposal, Signal, Theme

# More than this nobody looks at in one go.
AT_ONCE = 7
MOST_COUNTED = 200


@dataclass(frozen=True)
class Waiting:
    """The proposals for now, the closest first, and how many more there are."""

    rows: list[dict[str, Any]]
    count: int


def proposals_for_now(waiting: Asked[Proposal], *, put_off: Iterable[int]) -> Waiting:
    """At most seven that wait; what was put off today comes back when the others are done."""
    off = set(put_off)
    found = sorted(waiting[:MOST_COUNTED], key=lambda one: one.pk in off)
    return Waiting([_proposal_row(one) for one in found[:AT_ONCE]], len(found))


def _proposal_row(proposal: Proposal) -> dict[str, Any]:
    return {
        "url": reverse("signals:proposal", args=[proposal.pk]),
        "who": proposal.asked.title,
        "what": _("%(number)s sentences") % {"number": proposal.sentences} if proposal.sentences else "",  # type: ignore[attr-defined]
        "next": _("say yes or no"),
        "mark": "now",
        "mark_words": proposal.get_kind_display(),
    }


def theme_rows(themes: Iterable[Theme], trends: Mapping[int, str], *, reads: bool) -> list[dict[str, Any]]:
    """Themes as sentences: name, how many people, since when, how it goes, and what next."""
    return [_theme_row(theme, trends.get(theme.pk, ""), reads=reads) for theme in themes]


@asked_often
def sentences_of(*, theme_id: int) -> QuerySet[Signal]:
    """The sentences of a theme alone, in no order that says when they came."""
    return Signal.objects.filter(theme=theme_id).only("sentence").order_by("pk")


def people_words(theme: Theme) -> str:
    """How many people, as far as it may be said."""
    if theme.people_shown:
        return _("at least %(number)s people") % {"number": theme.people_shown}
    return _("fewer than five people so far")


def since_words(theme: Theme) -> str:
    """The month it began; nothing below five people: a month would say when a few of them came."""
    if not theme.people_shown:
        return ""
    return _("since %(month)s") % {"month": date_format(theme.since, "F Y")}


def next_words(theme: Theme, *, reads: bool) -> str:
    """What happens next with a theme, for the group and for others; of what is decided the mark says it."""
    if theme.closed_on:
        return _("this theme is closed")
    if theme.standing != Theme.Standing.OPEN:
        return ""
    if not reads:
        return _("the group talks about it")
    return _("talk about it in the group") if theme.people_shown else _("wait, or ask around")


def _theme_row(theme: Theme, trend: str, *, reads: bool) -> dict[str, Any]:
    words = [people_words(theme)] + ([trend] if reads and trend else [])
    return {
        "url": reverse("signals:theme", args=[theme.pk]),
        "who": theme.name,
        "what": ", ".join(words),
        "since": since_words(theme),
        "next": next_words(theme, reads=reads),
        "mark": "" if theme.standing == Theme.Standing.OPEN else "done",
        "mark_words": "" if theme.standing == Theme.Standing.OPEN else theme.get_standing_display(),
    }
