"""A double click on every form from signal to programme: kept once, and the second press gets a kind answer too."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.authorisation.scene import scene  # noqa: F401
from tests.cast import by
from tests.database import undone
from wijkhuis.base import clock
from wijkhuis.loop.agenda.actions import close_meeting, plan_meeting
from wijkhuis.loop.agenda.models import Concerned, Decision, Item, Meeting, Task
from wijkhuis.loop.approaches.models import Joiner, Pledge, Step, Told
from wijkhuis.loop.programme.models import Aim, Programme, ProgrammeAction
from wijkhuis.loop.signals.actions import close_round
from wijkhuis.loop.signals.models import Pair, Proposal, Round, RoundNote, Signal, Theme

pytestmark = pytest.mark.django_db
LATER = (clock.today() + timedelta(days=20)).isoformat()
TODAY = clock.today().isoformat()
WORDS = "Samen naar het park"
SAID = {"words": WORDS, "heard_on": TODAY}
PROMISED = {"belofte-name": "Mo", "belofte-what": WORDS}
WHEN = {"on": LATER, "at": "10:00"}
PLAN = {"name": WORDS, "starts_on": TODAY, "ends_on": LATER}
ACT = {"what": WORDS, "owner_kind": "resident", "owner_name": "Mo", "progress": "not_yet"}
# Who presses (None: a visitor), where, what they typed, and what may be there once more only.
PRESSED = {
    "yes to a proposal": ("coordinator", "signals:proposal", "proposal", {"do": "yes", "name": WORDS}, Theme),
    "no to a proposal": ("coordinator", "signals:proposal", "proposal", {"do": "no"}, Proposal),
    "what somebody notices": ("host", "signals:give", "", {"sentence": f"{WORDS} kan niet."}, Signal),
    "a round": ("host", "signals:new_round", "", {"name": WORDS, "held_on": TODAY}, Round),
    "a pair": ("host", "signals:round", "round", {"resident": "Rita", "professional": "Wil"}, Pair),
    "a note of a pair": (None, "signals:pair", "pair_key", {"words": WORDS}, RoundNote),
    "a meeting": ("coordinator", "agenda:plan", "", WHEN, Meeting),
    "a point": ("coordinator", "agenda:put_point", "meeting", {"words": WORDS}, Item),
    "a task": ("coordinator", "agenda:add_task", "meeting", {"what": WORDS, "who": "Mo", "by_on": LATER}, Task),
    "a decision": ("coordinator", "agenda:decide", "agenda_theme", {"why": WORDS}, Decision),
    "who is concerned": (
        "coordinator",
        "agenda:concerned",
        "agenda_theme",
        {"words": WORDS, "heard_on": TODAY},
        Concerned,
    ),
    "a step": ("coordinator", "approaches:add_step", "approach", {"what": WORDS, "who": "Mo", "by_on": LATER}, Step),
    "a promise": (
        "coordinator",
        "approaches:add_pledge",
        "approach",
        {"belofte-name": "Mo", "belofte-what": WORDS},
        Pledge,
    ),
    "joining": (
        None,
        "approaches:join",
        "approach",
        {"first_name": "Mo", "how_to_reach": "0687654321", "once": "x"},
        Joiner,
    ),
    "news": ("coordinator", "approaches:tell", "approach", {"moment": "between", "words": WORDS, "send": "1"}, Told),
    "a programme": ("coordinator", "programme:programmes", "", PLAN, Programme),
    "an action": ("coordinator", "programme:add_action", "programme", ACT, ProgrammeAction),
    "an aim": ("administrator", "programme:aims", "", {"name": WORDS}, Aim),
}


def test_a_second_press_keeps_it_once(scene, sign_in, subtests):  # noqa: F811
    for what in PRESSED:
        with subtests.test(what), undone():
            press_twice(what, scene, sign_in)


def press_twice(what, scene, sign_in):  # noqa: F811
    who, name, about, typed, model = PRESSED[what]
    browser = sign_in(scene.people[who], browser=Client()) if who else Client()
    record = getattr(scene, about) if about else None
    place = [record if isinstance(record, str) else record.pk] if record else []
    address = reverse(name, args=place) + ("?wat=let_go" if "decide" in name else "")
    if what == "yes to a proposal":
        typed = typed | {"signals": [str(signal.pk) for signal in scene.proposal.signals.all()]}
    more = {"house": scene.house.pk} if what == "a programme" else {"aim": scene.aim.pk} if what == "an action" else {}
    before = model.objects.count()

    first = browser.post(address, typed | more)
    once = model.objects.count()
    second = browser.post(address, typed | more)

    assert first.status_code in (200, 302), first.content.decode()[:2000]
    assert once - before == (0 if model is Proposal else 1)
    # Kept already: the same answer again, or a sentence that says so above what was typed.
    assert (model.objects.count(), second.status_code in (200, 302, 422)) == (once, True), second.status_code


def test_a_pair_whose_round_ended_reads_back_what_it_typed(scene, client):  # noqa: F811
    close_round(scene.round, by=by(scene.people["host"]))
    answer = client.post(reverse("signals:pair", args=[scene.pair_key]), {"words": "Er is geen bankje bij de halte"})

    assert answer.status_code == 404
    assert "Er is geen bankje bij de halte" in answer.content.decode()


TYPED_WRONG = {
    "a meeting at a moment that passed": ("agenda:plan", "", {"on": "2020-01-01", "at": "10:00", "place": WORDS}),
    "a meeting moved to a moment that is taken": ("agenda:change_meeting", "meeting", {"place": WORDS}),
    "a task for nobody": ("agenda:add_task", "meeting", {"what": WORDS, "by_on": LATER}),
    "a task for yesterday": ("agenda:add_task", "meeting", {"what": WORDS, "who": "Mo", "by_on": "2020-01-01"}),
    "a point with a citizen number": ("agenda:put_point", "meeting", {"words": f"{WORDS} 111222333"}),
    "a programme that ends before it starts": (
        "programme:programmes",
        "",
        {"name": WORDS, "starts_on": LATER, "ends_on": TODAY},
    ),
}


def test_what_was_typed_wrong_comes_back_with_the_words(scene, sign_in, subtests):  # noqa: F811
    for what in TYPED_WRONG:
        with subtests.test(what), undone():
            type_wrong(what, scene, sign_in)


def type_wrong(what, scene, sign_in):  # noqa: F811
    name, about, typed = TYPED_WRONG[what]
    browser = sign_in(scene.people["coordinator"], browser=Client())
    place = [getattr(scene, about).pk] if about else []

    taken = scene.meeting.starts_at + timedelta(days=7)
    plan_meeting(scene.group, starts_at=taken, by=by(scene.people["coordinator"]))
    local = timezone.localtime(taken)
    when = {"on": local.date().isoformat(), "at": f"{local:%H:%M:%S.%f}"} if "taken" in what else {}

    answer = browser.post(reverse(name, args=place), typed | when | {"item": scene.point.pk})

    assert (answer.status_code, WORDS in answer.content.decode()) == (422, True)


def test_the_minutes_of_a_meeting_somebody_else_closed_are_not_lost(scene, sign_in):  # noqa: F811
    close_meeting(scene.meeting, by=by(scene.people["coordinator"]))
    browser = sign_in(scene.people["coordinator"])
    answer = browser.post(reverse("agenda:close_meeting", args=[scene.meeting.pk]), {"notes": WORDS})

    assert WORDS in answer.content.decode()
