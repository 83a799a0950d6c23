"""The page of one question, why somebody looks, and who looked."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.clock import today
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.dates import day_words
from wijkhuis.house.people.access import has_role, house_ids_of
from wijkhuis.house.people.rules import HOUSEHOLD_KINDS
from wijkhuis.loop.desk import access, actions, rules
from wijkhuis.loop.desk.actions.telling import gets_the_link
from wijkhuis.loop.desk.forms.record import ReasonForm
from wijkhuis.loop.desk.models import Handover, Opening, Question, Shared
from wijkhuis.loop.desk.queries.sharing import name_of, shared_lines
from wijkhuis.loop.desk.queries.story import (
    Moment,
    Surroundings,
    story_of,
    surroundings,
    who_looked,
    with_what_surrounds_it,
)
from wijkhuis.loop.desk.views.record.events import KEY_PEOPLE, events_of
from wijkhuis.loop.desk.views.record.rung import rung_now
from wijkhuis.loop.desk.views.record.shared import BESIDE, not_there, with_question
from wijkhuis.loop.desk.views.rows import late_words

TO_PARTNERS = ("desk/handover_offered", "desk/handover_reminder")
TO_THE_RESIDENT = ("desk/link", "desk/answered", "desk/follow_up", "desk/someone_helps")
LOOKS = {
    "desk.question_looked_at": gettext_lazy("opened the question"),
    "desk.question_listed": gettext_lazy("saw it on a list"),
    "desk.question_opened_with_reason": gettext_lazy("opened the question with a reason"),
    "desk.handover_read": gettext_lazy("read what was handed over"),
}


@require_http_methods(["GET", "POST"])
def question(request: SignedIn, pk: int) -> HttpResponse:
    """The story from top to bottom, with who does what when on top."""
    found = access.visible_questions(request.user).select_related(*BESIDE)
    shown = with_what_surrounds_it(found, house_ids=house_ids_of(request.user)).filter(pk=pk).first()
    if shown is None:
        return not_there(request, pk)
    if access.needs_reason(request.user, shown):
        return _why(request, shown)
    actions.look_at(shown, by=actor_of(request), reads_story=True)
    accepted = access.accepted_by(request.user, shown)
    return render(request, "desk/record/question.html", _page(request, shown, story_of(shown), accepted))


def _why(request: SignedIn, asked: Question) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.open_with_reason(asked, **form.cleaned_data, by=actor_of(request))
            return redirect("desk:question", asked.pk)
        except RuleBroken as broken:
            form.add_error(None, broken.sentence)
    short = [choice for choice in Opening.Why.choices if choice[0] != Opening.Why.OTHER]
    context = {"form": form, "reasons": [(value, words.capitalize()) for value, words in short]}
    return render(request, "desk/record/why.html", context, status=422 if form.errors else 200)


def _page(request: SignedIn, shown: Question, moments: list[Moment], accepted: Handover | None) -> dict[str, Any]:
    fields = access.fields_of(accepted)
    # A partner who took it over reads that somebody was asked, not who.
    knows = {KEY_PEOPLE} if accepted is None else set()
    since = accepted.accepted_at if accepted and Shared.STORY not in fields else None
    around = surroundings(shown, [m for m in moments if m.kind != "step" or since is None or m.at >= since])
    is_mine = shown.holder_id == request.user.pk and shown.taken_up_at is not None
    who = shown.holder or shown.holder_partner
    failed: list[str] = getattr(shown, "failed_templates", [])
    facts = shared_lines(shown, fields - {Shared.WORDS, Shared.STORY, Shared.CALLED})
    return {
        "question": shown,
        "name": name_of(shown, fields),
        "facts": facts + (_other_facts(shown) if accepted is None else []),
        "knows_it_whole": accepted is None,
        "reads_household": _reads_household(request, shown),
        "may_join_household": has_role(request.user, shown.house_id, *HOUSEHOLD_KINDS),
        "events": events_of(shown, moments, fields=fields | knows, since=since),
        "around": around,
        "is_mine": is_mine,
        "holder_name": who.first_name if who else "",
        "next_who": _("You") if is_mine else who.first_name if who else "",
        "next_due": _due(shown),
        "main": _main_action(shown, around, is_mine=is_mine),
        "late_kind": "late" if shown.is_late(on=today()) else "",
        "failed_partner": any(name in TO_PARTNERS for name in failed),
        "failed_resident": any(name in TO_THE_RESIDENT for name in failed),
        "rung_now": rung_now(shown),
        "may_send_link": gets_the_link(shown.contact),
        "emergency_numbers": shown.house.emergency_numbers,
        "follow_up_days": shown.house.follow_up_days,
    }


def _due(shown: Question) -> str:
    if shown.next_on is None:
        return ""
    day = day_words(shown.next_on, today=today())
    return f"{day}, {late_words(shown.next_on, on=today())}" if shown.is_late(on=today()) else day


def _main_action(shown: Question, around: Surroundings, *, is_mine: bool) -> str:
    return rules.what_needs_a_human(
        is_mine=is_mine,
        is_open=shown.is_open,
        is_offered=around.offer is not None,
        is_answered=shown.answered_at is not None,
        asks_today=around.asks_on is not None and around.asks_on <= today(),
        has_answer=around.has_answer,
    )


def _reads_household(request: SignedIn, shown: Question) -> bool:
    households = access.readable_households(request.user)
    return shown.household_id is not None and households.filter(pk=shown.household_id).exists()


def _other_facts(shown: Question) -> list[tuple[str, str]]:
    """What only the house knows; a partner never has the resident's own way in."""
    facts = [(_("Now at"), shown.get_rung_display())] if shown.is_open and shown.answered_at is None else []
    facts += [(_("Hears back"), shown.contact.get_way_display())] if shown.contact else []
    if shown.contact and shown.contact.language != "nl":
        facts.append((_("Speaks best"), shown.contact.get_language_display()))
    return facts + ([(_("Code"), shown.short_code)] if shown.short_code else [])


@require_GET
@with_question
def looked(request: SignedIn, question: Question) -> HttpResponse:
    """Who looked at a question and when; the resident reads the same list."""
    actions.look_at(question, by=actor_of(request))
    events = [
        {
            "when": line.at,
            "what": f"{line.actor.introduction if line.actor else _('Somebody with a link')} {LOOKS[line.action]}",
            "kind": "looked",
        }
        for line in who_looked(question)
    ]
    fields = access.shared_with(request.user, question)
    context = {"question": question, "name": name_of(question, fields), "events": events}
    return render(request, "desk/record/looked.html", context)
