"""What came of a question, a theme or the work of a house, shown on the pages of earlier rooms."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.base.clock import today
from wijkhuis.base.trail.forgetting import goes_with
from wijkhuis.base.trail.knowing import Known, tells_with
from wijkhuis.base.trail.merging import moves_with
from wijkhuis.base.trail.people import Kept, keeps_people
from wijkhuis.base.trail.registry import Part, Place, leads_to
from wijkhuis.base.ui.templatetags.ui import html_lang
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.agenda.queries.on_the_way import knows_what_began
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.actions.leaving import leave
from wijkhuis.loop.approaches.actions.merging import move_to_theme
from wijkhuis.loop.approaches.models import Approach, Hearing, Joiner, Told
from wijkhuis.loop.approaches.queries.began import themes_with_an_approach
from wijkhuis.loop.approaches.queries.exists import approaches_like
from wijkhuis.loop.approaches.queries.listening import approaches_heard_of, can_be_asked, can_come_back
from wijkhuis.loop.approaches.queries.outside import as_everybody_knows
from wijkhuis.loop.approaches.queries.page import others_beside, state_of, words_of
from wijkhuis.loop.approaches.queries.reaching import signed_up_with
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.plain import in_words, plain
from wijkhuis.loop.signals.models import Theme


@goes_with(Question)
def when_a_question_is_forgotten(question: Question) -> None:
    """Who joined through it, and what they heard, go with it."""
    Joiner.objects.filter(question=question).delete()
    Hearing.objects.filter(question=question).delete()


@tells_with(Question)
def what_is_kept_beside_a_question(question: Question) -> Iterable[Known]:
    """What somebody joined, or did not, through their question, and which news they heard."""
    for joiner in Joiner.objects.filter(question=question).select_related("approach").order_by("pk"):
        facts = plain(joiner, leave_out=("question", "approach"))
        yield Known(_("asked to join, or joins"), {_("approach"): joiner.approach.name, **facts})
    for hearing in Hearing.objects.filter(question=question).select_related("told").order_by("told__told_at"):
        facts = {_("words"): hearing.told.words, _("when"): in_words(hearing.told.told_at)}
        yield Known(_("heard the news"), {**facts, _("how"): hearing.get_way_display()})


@keeps_people
def who_joined_without_a_question(phone: str, email: str) -> Iterable[Kept]:
    """Who left this number or address at the public page of an approach."""
    for joiner in signed_up_with(phone=phone, email=email):
        facts = plain(joiner, leave_out=("question", "approach"))
        yield Kept(joiner, joiner.approach.house_id, joiner.approach.name, partial(leave, joiner), facts)


moves_with(Theme)(move_to_theme)
knows_what_began(themes_with_an_approach)


@leads_to(Question, place=Place.RECORD)
def on_the_record(question: Question, request: HttpRequest) -> Iterable[Part]:
    """What came of a question whose asker wanted to hear, what to tell them, and what to ask."""
    found, hearings = list(approaches_heard_of(question_id=question.pk)), list(_hearings(question_id=question.pk))
    if not (found or hearings) or not isinstance(request.user, User):
        return []
    rows = []
    for approach in found:
        is_readable = access.may_read(request.user, approach)
        row = _row(approach, hearings, is_named=is_readable)
        row["asks"] = is_readable and can_be_asked(approach, contact=question.contact)
        row["to_tell"] = _to_tell(row["hearings"])
        # That something began around fewer than five people is not for who may not read it; news is told all the same,
        # and who joined can come off the list.
        if is_readable or row["to_tell"] or row["joins"] or row["was_taken_off"]:
            rows.append(row)
    if decided := _to_tell(hearing for hearing in hearings if hearing.told.decision_id):
        rows.insert(0, {"is_named": False, "to_tell": decided})
    return [Part("approaches/parts/record.html", {"rows": rows, "question": question})] if rows else []


@leads_to(Question, place=Place.MINE)
def on_ones_own_page(question: Question, request: HttpRequest) -> Iterable[Part]:
    """What came of one's own question: how it stands, what comes next, and what was told; nobody else's data."""
    found, hearings = list(approaches_heard_of(question_id=question.pk)), list(_hearings(question_id=question.pk))
    rows = []
    for approach in found:
        row = _row(approach, hearings, is_named=access.is_public(approach))
        row["news"] = _news(row["hearings"])
        row["asks"] = access.is_public(approach) and can_be_asked(approach, contact=question.contact)
        row["may_return"] = access.is_public(approach) and can_come_back(approach)
        rows.append(row)
    decided = _news(hearing for hearing in hearings if hearing.told.decision_id)
    if not rows and not decided:
        return []
    return [Part("approaches/parts/mine.html", {"rows": rows, "decided": decided, "question": question})]


@asked_often
def _hearings(*, question_id: int) -> QuerySet[Hearing]:
    return Hearing.objects.filter(question=question_id).select_related("told").order_by("told__told_at")


def _to_tell(hearings: Iterable[Hearing]) -> list[Hearing]:
    return [one for one in hearings if one.way == Hearing.Way.PERSON and one.told_on is None]


def _news(hearings: Iterable[Hearing]) -> list[tuple[tuple[str, str], datetime]]:
    return [(_said(hearing.told), hearing.told.told_at) for hearing in hearings]


@leads_to(Theme, place=Place.THEME)
def on_the_theme(theme: Theme, request: HttpRequest) -> Iterable[Part]:
    """The approaches of a theme, those of its kind that were there before, and the way to make one."""
    found = approaches_like(theme)
    rows = [_row(approach, (), is_named=True) for approach in found if approach.theme_id == theme.pk]
    user = request.user if isinstance(request.user, User) else None
    alike = [one for one in found if one.theme_id != theme.pk and user and access.may_read(user, one)]
    is_taken_up = theme.standing == Theme.Standing.TAKEN_UP and theme.closed_on is None
    makes = is_taken_up and access.may_make(user, theme)
    return [Part("approaches/parts/theme.html", {"rows": rows, "alike": alike, "theme": theme, "makes": makes})]


@leads_to(Theme, place=Place.PUBLIC)
def for_everybody(theme: Theme, request: HttpRequest) -> Iterable[Part]:
    """The public approaches of a theme; all of a house are read at once, for a page that lists its themes."""
    known: dict[int, dict[int, list[Approach]]] = request.__dict__.setdefault("_public_approaches", {})
    if theme.house_id not in known:
        by_theme: dict[int, list[Approach]] = {}
        for approach in access.public_approaches_of(house_id=theme.house_id):
            by_theme.setdefault(approach.theme_id, []).append(approach)
        known[theme.house_id] = by_theme
    rows = [_row(approach, (), is_named=True) for approach in known[theme.house_id].get(theme.pk, [])]
    return [Part("approaches/parts/public.html", {"rows": rows})] if rows else []


@leads_to(House, place=Place.RECORD)
def at_the_desk(house: House, request: HttpRequest) -> Iterable[Part]:
    """On the list of the desk: the way to who hears from us, not counted because this list is opened often."""
    return [Part("approaches/parts/desk.html")]


def _row(approach: Approach, hearings: Iterable[Hearing], *, is_named: bool) -> dict[str, Any]:
    on, is_public = today(), access.is_public(approach)
    known = as_everybody_knows(approach)
    return {
        "approach": approach,
        "is_named": is_named,
        "is_public": is_public,
        # No number with what is not public, whatever the reason: its absence would say that there are few.
        "others": others_beside(approach.theme.people_shown) if is_public else 0,
        "joins": getattr(approach, "joins", False),
        "was_taken_off": getattr(approach, "was_taken_off", False),
        "stands": words_of(state_of(approach), known, on=on),
        "next_what": getattr(approach, "next_what", None) if approach.ended_on is None else None,
        "next_on": getattr(known, "next_on", None),
        "hearings": [hearing for hearing in hearings if hearing.told.approach_id == approach.pk],
    }


def _said(told: Told) -> tuple[str, str]:
    """The words in the language of the page where they are there, otherwise in Dutch; with the language they are in."""
    code = html_lang(get_language() or "nl")
    words = told.other_words.get(code)
    return (words, code) if words else (told.words, "nl")
