"""One person stands in every form from signal to programme, and is forgotten: no table holds them afterwards."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from tests.attacks.test_themes_seen_from_outside import approach_of, taken_up
from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.trail.people import Kept
from wijkhuis.loop.agenda.actions import decide_theme, write_down_concerned
from wijkhuis.loop.approaches.actions.joining import join_from_own_page, sign_up
from wijkhuis.loop.approaches.actions.leaving import leave
from wijkhuis.loop.approaches.actions.telling import tell_back
from wijkhuis.loop.approaches.jobs import tell_everybody
from wijkhuis.loop.approaches.models import Joiner
from wijkhuis.loop.desk.actions import Wish, forget_person, give_answer, mark_answered, take_down_question
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions import HoldsIdentity, Wording, keeping
from wijkhuis.loop.signals.models import Considered, Listener

pytestmark = pytest.mark.django_db
OWN = Actor(label=RESIDENT.label)
CANARY, PHONE, EMAIL = "Kanariepiet", "0612340987", "kanariepiet@post.test"


def tables_with(*words):
    with connection.cursor() as cursor:
        found = set()
        for table in connection.introspection.table_names(cursor):
            for word in words:
                cursor.execute(f'select count(*) from "{table}" t where to_jsonb(t)::text ilike %s', [f"%{word}%"])
                found |= {table} if cursor.fetchone()[0] else set()
        return found


@pytest.fixture
def asked(house, joost):
    wish = Wish(called=CANARY, way="email", email=EMAIL, phone=PHONE)
    question = take_down_question(house, words=f"Ik ben {CANARY} en ik eet alleen", wish=wish, by=by(joost))
    give_answer(question, words="Kom dinsdag.", by=by(joost))
    mark_answered(question, by=by(joost))
    question.refresh_from_db()
    return question


def test_who_joined_and_listened_and_heard_is_forgotten_with_the_question(house, carla, joost, asked):
    theme = taken_up(house, carla, 6, name="Eten")
    approach = approach_of(theme, carla)
    Listener.objects.create(question=asked, signal=theme.signals.first())
    join_from_own_page(
        approach, question=asked, answer="yes", first_name=CANARY, how_to_reach=PHONE, by=Actor(label=RESIDENT.label)
    )
    tell_everybody(tell_back(approach, words="Er is soep.", moment="between", by=by(carla)).pk)
    assert "approaches_joiner" in tables_with(CANARY)

    call_command("forget", phone=PHONE, yes=True)

    assert tables_with(CANARY, PHONE, EMAIL) == set()


def test_who_asks_what_we_know_hears_what_they_joined_and_heard_too(house, carla, joost, asked, sign_in):
    theme = taken_up(house, carla, 6, name="Eten")
    approach = approach_of(theme, carla)
    signal = theme.signals.first()
    Listener.objects.create(question=asked, signal=signal)
    Considered.objects.create(question=asked, offer="answered")
    join_from_own_page(
        approach, question=asked, answer="yes", first_name=f"{CANARY}2", how_to_reach="bij de buren", by=OWN
    )
    tell_everybody(tell_back(approach, words="Er is soep.", moment="between", by=by(carla)).pk)
    sign_up(approach, first_name=f"{CANARY}3", how_to_reach=f"mail {EMAIL}", by=Actor(label="visitor"))

    browser = sign_in(carla)
    browser.post("/kantoor/persoon/", {"phone": PHONE})
    sent = {"phone": PHONE, "found": asked.pk}
    page = browser.post("/kantoor/persoon/alles/", sent).content.decode()
    file = browser.post("/kantoor/persoon/alles/", sent | {"file": "1"}).json()["wijkhuis"]
    out = StringIO()
    call_command("inzage", phone=PHONE, stdout=out)

    for told in (page, json.dumps(file, ensure_ascii=False), out.getvalue()):
        for fact in (
            f"{CANARY}2",
            "bij de buren",
            "Er is soep.",
            signal.sentence,
            "beantwoord of nagevraagd",
            f"{CANARY}3",
        ):
            assert fact in told


def test_who_only_joined_hears_that_when_they_ask_what_we_know(house, carla):
    approach = approach_of(taken_up(house, carla, 6, name="Eten"), carla)
    sign_up(approach, first_name=CANARY, how_to_reach=PHONE, by=Actor(label="visitor"))
    out = StringIO()

    call_command("inzage", phone=PHONE, stdout=out)

    [file] = json.loads(out.getvalue())
    assert (file["huis"]["naam"], file["bewaard zonder vraag"][0]["voornaam"]) == (house.name, CANARY)


@pytest.mark.parametrize("reach", [PHONE, "06 12 34 09 87", "+31 6 12340987", f"mail naar {EMAIL}"])
def test_who_only_left_a_number_at_an_approach_is_forgotten_too(house, carla, reach):
    approach = approach_of(taken_up(house, carla, 6, name="Eten"), carla)
    sign_up(approach, first_name=CANARY, how_to_reach=reach, by=Actor(label="visitor"))
    other = sign_up(approach, first_name="Mo", how_to_reach="0687654321", by=Actor(label="visitor"))

    said = {"email": EMAIL} if EMAIL in reach else {"phone": PHONE}
    call_command("forget", **said, yes=True)

    assert tables_with(CANARY, PHONE, EMAIL) == set()
    assert list(Joiner.objects.all()) == [other]


def test_the_coordinator_finds_and_forgets_who_only_joined(house, carla, sign_in):
    approach = approach_of(taken_up(house, carla, 6, name="Eten"), carla)
    sign_up(approach, first_name=CANARY, how_to_reach=PHONE, by=Actor(label="visitor"))

    page = sign_in(carla).post("/kantoor/persoon/", {"phone": PHONE})
    assert "Samen naar het Eten" in page.content.decode()
    sign_in(carla).post("/kantoor/persoon/vergeten/", {"sure": "1", "phone": PHONE})

    assert tables_with(CANARY, PHONE) == set()


@pytest.mark.parametrize("by_hand", [True, False])
def test_who_asked_and_also_joined_is_found_once_under_number_and_address(house, carla, asked, sign_in, by_hand):
    approach = approach_of(taken_up(house, carla, 6, name="Eten"), carla)
    sign_up(approach, first_name=CANARY, how_to_reach=f"{PHONE} of {EMAIL}", by=Actor(label="visitor"))

    if by_hand:
        call_command("forget", phone=PHONE, yes=True)
    else:
        browser = sign_in(carla)
        page = browser.post("/kantoor/persoon/", {"phone": PHONE}).content.decode()
        assert page.count("Samen naar het Eten") == 1
        sent = {"sure": "1", "phone": PHONE, "found": asked.pk}
        answer = browser.post("/kantoor/persoon/vergeten/", sent)
        assert answer.status_code == 302

    assert tables_with(CANARY, PHONE, EMAIL) == set()


def test_when_one_thing_cannot_be_forgotten_nothing_is(house, carla, asked):
    def fails(*, by):
        raise RuleBroken("Dit lukt niet.")

    stuck = Kept(house, house.pk, "Vast", forget=fails)

    with pytest.raises(RuleBroken):
        forget_person([asked], kept=[stuck], by=by(carla))

    asked.refresh_from_db()
    assert CANARY in asked.words
    assert asked.contact.phone == PHONE


def test_who_is_off_already_can_be_taken_off_again(house, carla):
    approach = approach_of(taken_up(house, carla, 6, name="Eten"), carla)
    joiner = sign_up(approach, first_name=CANARY, how_to_reach=PHONE, by=Actor(label="visitor"))
    same = Joiner.objects.get(pk=joiner.pk)
    leave(joiner, by=Actor(label="visitor"))

    leave(same, by=Actor(label="visitor"))

    assert not Joiner.objects.exists()
    assert JournalLine.objects.filter(action="approaches.left").count() == 1


def test_a_name_is_caught_before_it_is_a_signal_a_decision_or_words_of_those_concerned(house, carla, joost, asked):
    with pytest.raises(HoldsIdentity):
        actions.keep_signal(asked, wording=Wording(f"{CANARY} eet alleen."), by=by(joost))
    theme = taken_up(house, carla, 6, name="Eten")
    for words in ("Mevrouw Jansen eet alleen", "bel 06 12 34 09 87", "mail kanariepiet@post.test"):
        with pytest.raises(RuleBroken):
            actions.give_signal(house, wording=Wording(words), by=by(joost))
        with pytest.raises(RuleBroken):
            write_down_concerned(theme, words=words, heard_on=clock.today(), by=by(carla))
        later = clock.today() + timedelta(days=9)
        with pytest.raises(RuleBroken):
            decide_theme(theme, standing="watched", why=words, look_again_on=later, by=by(carla))
    assert "signals_signal" not in tables_with(CANARY, PHONE)


def test_the_notes_of_a_round_are_gone_when_it_closes_and_its_pairs_a_year_later(house, joost):
    held = actions.make_round(house, name="Rondje", held_on=date(2026, 1, 1), by=by(joost))
    pair, _key = actions.add_pair(held, resident=CANARY, professional="Pieter", by=by(joost))
    actions.write_note(pair, words=f"{CANARY} mist een bank. Bel {PHONE}.", by=by(joost))

    actions.close_round(held, by=by(joost))

    assert tables_with(PHONE) == set()
    assert tables_with(CANARY) == {"signals_pair"}
    keeping.forget_old_pairs(on=clock.add_months(clock.today(), 13))
    assert tables_with(CANARY) == set()
