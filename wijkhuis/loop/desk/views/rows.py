"""Questions as sentences one can scan: who, what, since when, what next."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.words import first_words
from wijkhuis.base.ui.addresses import addresses_of
from wijkhuis.base.ui.dates import day_words
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import Question, Shared
from wijkhuis.loop.desk.queries.lists import Listed

SOON = timedelta(days=7)
CALLED = (ContactWish.Way.PHONE, ContactWish.Way.SMS)


def rows(questions: Iterable[Listed], *, user: User, on: date, names_holder: bool) -> list[dict[str, Any]]:
    """One row per question; on the list of the house it begins with who holds it, on one's own with who asked."""
    shown = list(questions)
    address, shows = addresses_of("desk:question"), access.rows_show(user, shown)
    return [
        {"url": address(question.pk), **_row(question, shows[question.pk], on=on, names_holder=names_holder)}
        for question in shown
    ]


def groups(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as groups, what needs a human first; groups without a row are left out."""
    titles = [
        ("now", _("Now")),
        ("week", _("This week")),
        ("waiting", _("Waiting for others")),
        ("later", _("Later")),
    ]
    made = [
        {"kind": kind, "title": title, "rows": [row for row in rows if row["group"] == kind]} for kind, title in titles
    ]
    return [group for group in made if group["rows"]]


def _row(question: Listed, shows: set[str], *, on: date, names_holder: bool) -> dict[str, Any]:
    mark, mark_words = _marks(question, on=on)
    words = first_words(question.words, at_most=140) if Shared.WORDS in shows else _("Words that were not passed on")
    return {
        "question": question,
        "who": _holder(question) if names_holder else _asker(question, shows),
        "what": words,
        "since": _("since %(day)s") % {"day": _day(question, on=on)},
        "next": _next(question, on=on),
        "mark": mark,
        "mark_words": mark_words,
        "group": _group(question, on=on),
        "is_new": question.is_open and question.taken_up_at is None,
        "phone": _phone(question, shows),
    }


def _holder(question: Listed) -> str:
    if question.is_open and question.taken_up_at is None:
        return _("Nobody yet")
    return question.holder_name or question.face_name or _("Ended")


def _asker(question: Listed, shows: set[str]) -> str:
    if question.called and Shared.CALLED in shows:
        return question.called
    if question.area and Shared.AREA in shows:
        return _("Someone from %(place)s") % {"place": question.area}
    return _("Someone")


def _phone(question: Listed, shows: set[str]) -> str:
    return question.phone or "" if question.way in CALLED and Shared.PHONE in shows else ""


def _day(question: Question, *, on: date) -> str:
    return day_words(timezone.localtime(question.asked_at).date(), today=on)


def _next(question: Listed, *, on: date) -> str:
    if not question.is_open:
        return question.get_ending_display()
    if question.next_on is None or question.next_on == on or question.is_late(on=on):
        return question.next_step
    return f"{question.next_step}, {day_words(question.next_on, today=on)}"


def giving_rows(questions: Iterable[Listed], *, user: User, on: date) -> list[dict[str, Any]]:
    """One row for each person who would like to do something for others: who, what, since when."""
    shown = list(questions)
    address, shows = addresses_of("desk:question"), access.rows_show(user, shown)
    return [
        {
            "url": address(question.pk),
            "question": question,
            "who": _asker(question, shows[question.pk]),
            "what": first_words(question.gives_back, at_most=140),
            "since": _("asked something %(day)s") % {"day": _day(question, on=on)},
        }
        for question in shown
    ]


def _marks(question: Listed, *, on: date) -> tuple[str, str]:
    """What stands out: what the resident added and what nobody told them yet come before how late it is."""
    kind, words = _mark(question, on=on)
    if not question.is_open:
        return kind, words
    waits = [_("added something")] if question.words_added_at else []
    waits += [_("tell them")] if question.to_tell_at else []
    if not waits:
        return kind, words
    return kind if kind in ("late", "now") else "now", ", ".join(filter(None, [*waits, words]))


def late_words(next_on: date, *, on: date) -> str:
    """How late a next step is: '3 days late'."""
    days = (on - next_on).days
    return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days}


def _mark(question: Listed, *, on: date) -> tuple[str, str]:
    if not question.is_open:
        return "done", _("Ended")
    if question.taken_up_at is None:
        return "now", _("New")
    if question.is_late(on=on) and question.next_on:
        return "late", late_words(question.next_on, on=on)
    if question.next_on == on:
        return "now", _("today")
    if question.partner_name:
        return "waiting", _("with %(partner)s") % {"partner": question.partner_name}
    if question.is_offered:
        return "waiting", _("asked a partner")
    return "", ""


def _group(question: Listed, *, on: date) -> str:
    due = question.next_on
    if not question.is_open:
        return "later"
    if question.taken_up_at is None or question.words_added_at or due is None or due <= on:
        return "now"
    if question.holder_partner_id or question.is_offered:
        return "waiting"
    return "week" if due <= on + SOON else "later"
