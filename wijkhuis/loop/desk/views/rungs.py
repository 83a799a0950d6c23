"""The ladder as the page shows it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkhuis.house.directory.queries.rows import made_by
from wijkhuis.house.directory.queries.sentences import age_words, notes_of
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.desk.forms.desk import DeskForm
from wijkhuis.loop.desk.models import Rung
from wijkhuis.loop.desk.queries.ladder import Step, Suggestion, rung_of

# Rows that stay in sight; the first rungs are a conversation before they are a list.
RESERVES = {Rung.SELF: 2, Rung.OWN_PEOPLE: 1, Rung.NEIGHBOURHOOD: 3, Rung.PROFESSIONAL: 3}
ADDRESSES = {"entry": "directory:entry", "professional": "partners:face"}


def rungs(
    steps: list[Step], *, ticked: Sequence[Suggestion], house: House, form: DeskForm | None, is_asked: bool
) -> list[dict[str, Any]]:
    """Four rungs; what was ticked stays on top of its rung, also when other words no longer find it."""
    shown = [*ticked, *(one for step in steps for one in step.suggestions)]
    notes = notes_of([one.record for one in shown if one.kind == "entry"], house=house)
    return [
        {
            "key": step.rung.value,
            "title": capfirst(str(step.rung.label)),
            "question": step.ask,
            "reserve": RESERVES[step.rung],
            "empty": _empty(step.rung, is_asked=is_asked),
            "note": form[f"note_{step.rung.value}"] if form else None,
            **_items(step, ticked, notes),
        }
        for step in steps
    ]


def _items(step: Step, ticked: Sequence[Suggestion], notes: Mapping[int, str]) -> dict[str, list[dict[str, Any]]]:
    """What stands in sight (what was ticked, and what clearly fits as far as there is room), and what is folded."""
    kept = [one for one in ticked if rung_of(one) == step.rung]
    marks = {one.mark for one in kept}
    reasons = {one.mark: one.why for one in step.suggestions}
    rest = [one for one in step.suggestions if one.mark not in marks]
    room = max(RESERVES[step.rung] - len(kept), 0)
    clear = [one for one in rest if one.is_clear][:room]
    on_top = [_item(one, why=reasons.get(one.mark) or one.why, notes=notes, checked=True) for one in kept]
    below = [_item(one, why=one.why, notes=notes, checked=False) for one in rest]
    return {"items": on_top + below[: len(clear)], "more": below[len(clear) :]}


def _item(suggestion: Suggestion, *, why: str, notes: Mapping[int, str], checked: bool) -> dict[str, Any]:
    if suggestion.kind == "website":
        title = _("Look together at the website of %(name)s") % {"name": suggestion.title}
        return {"title": title, "url": suggestion.record.website}
    here = _("In the house today") if suggestion.is_here and not why else ""
    return {
        "title": suggestion.title,
        "why": " · ".join(filter(None, [why or here, *_known(suggestion, notes)])),
        "name": "give",
        "value": suggestion.mark,
        "checked": checked,
        "url": reverse(ADDRESSES[suggestion.kind], args=[suggestion.record.pk]) if suggestion.kind in ADDRESSES else "",
        "url_words": _("See more"),
        **(made_by(suggestion.record, is_short=True) if suggestion.kind == "entry" else {}),
    }


def _known(suggestion: Suggestion, notes: Mapping[int, str]) -> list[str]:
    """Of an entry: whether to call first, and what this house knows about it."""
    if suggestion.kind != "entry":
        return []
    return [age_words(suggestion.record), notes.get(suggestion.record.pk, "")]


def _empty(rung: Rung, *, is_asked: bool) -> str:
    if rung == Rung.OWN_PEOPLE:
        return _("Nothing to look up here: just ask. Think of a sister, a neighbour, somebody from church or work.")
    if rung == Rung.SELF:
        return ""
    if is_asked:
        return _("Nothing found yet that fits. Other words may help, or ask a colleague.")
    return _("Fills by itself while you type.")
