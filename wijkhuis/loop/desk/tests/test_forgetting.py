"""A canary person, put in everywhere, leaves no trace after forget."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import DateField

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours
from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.house.people.actions import make_household, promise
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.actions import (
    Wish,
    accept_handover,
    add_words,
    agree_step,
    answer_follow_up,
    ask_how_it_went,
    close_discussion,
    forget_question,
    forget_what_was_kept_long_enough,
    give_answer,
    give_back,
    join_household,
    keep_what_was_agreed,
    mark_answered,
    note_conversation,
    offer_question,
    open_with_reason,
    plan_discussion,
    plan_next_step,
    put_on_discussion,
    show_everything,
    take_down_question,
    withdraw_handover,
)
from wijkhuis.loop.desk.models import Question

CANARY = "Kanariepiet"


def put_everywhere(house, *, joost, mina, corporation, fatma):
    """One person whose name stands in every field a form offers."""
    wish = Wish(
        called=CANARY,
        way="email",
        email=f"{CANARY}@post.test",
        phone="0612340987",
        postal=f"{CANARY} straat 1",
        for_whom=f"moeder van {CANARY}",
        street=f"{CANARY}laan",
    )
    question = take_down_question(house, words=f"Ik ben {CANARY}", wish=wish, next_step=f"Bel {CANARY}", by=by(joost))
    open_with_reason(question, why="other", words=f"{CANARY} belt", by=by(mina))
    note_conversation(question, rung="self", words=CANARY, tried=CANARY, missing=CANARY, was_enough=True, by=by(joost))
    add_words(question, words=f"Groet, {CANARY}", by=RESIDENT)
    plan_next_step(question, next_step=f"Bij {CANARY} langs", next_on=clock.today(), by=by(joost))
    give_answer(question, words=f"{CANARY} gaat naar de eettafel", by=by(joost))
    household = make_household(
        house, called=f"Gezin {CANARY}", coordinator=joost, agreed_with=CANARY, agreed_on=clock.today(), by=by(joost)
    )
    promise(household, who=CANARY, what=f"{CANARY} kookt", by_on=None, by=by(joost))
    join_household(question, household=household, agreed=True, by=by(joost))
    offer = offer_question(
        question, partnership=corporation, professional=fatma, note=f"Help {CANARY}", fields=["called"], by=by(joost)
    )
    withdraw_handover(offer.handover, by=by(joost))
    offer = offer_question(question, partnership=corporation, function="wijkbeheerder", note=CANARY, by=by(joost))
    partner = RESIDENT.__class__(label=f"partner:{offer.handover.pk}")
    accept_handover(offer.handover, next_step=f"Bel {CANARY}", next_on=clock.today(), professional=fatma, by=partner)
    discuss(question, joost=joost)
    question.refresh_from_db()
    question.holder, question.holder_partner = joost, None
    question.save()
    mark_answered(question, by=by(joost))
    ask_how_it_went(question.follow_ups.get())
    answer_follow_up(question, outcome="solved", words=f"Dank, {CANARY}", by=RESIDENT)
    give_back(question, words=f"{CANARY} bakt taart", by=RESIDENT)
    question.refresh_from_db()
    return question


def discuss(question, *, joost):
    discussion = plan_discussion(question.house, held_on=clock.today(), by=by(joost))
    Question.objects.filter(pk=question.pk).update(taken_down_by=joost)
    item = put_on_discussion(
        question, discussion=discussion, basis="agreed", summary=f"Wat kan {CANARY} doen?", by=by(joost)
    )
    keep_what_was_agreed(item, agreed=f"{CANARY} belt zelf", by=by(joost))
    agree_step(item, who=CANARY, what=f"{CANARY} belt", by_on=clock.today(), by=by(joost))
    close_discussion(discussion, present=f"Joost, {CANARY}", by=by(joost))


def traces(word):
    """Every table and column in which a word still stands, whatever the type of the column."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select count(*) from "{table}" t where t::text ilike %s', [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def kept_beside(question):
    """What stays of a forgotten question: the row itself, its handovers and its follow-ups."""
    return [question, *question.handovers.all(), *question.follow_ups.all()]


def when(row):
    """The fields that say when, but for the moment of forgetting itself."""
    fields = (one for one in row._meta.get_fields() if isinstance(one, DateField))
    return [field.name for field in fields if field.name != "forgotten_at"]


def exact_days(row):
    """What tells more than a month: every day that is not the first, every moment that is not its noon."""
    for name in when(row):
        value = getattr(row, name)
        noon = (value.hour, value.minute, value.second) == (12, 0, 0) if isinstance(value, datetime) else True
        if value and (value.day != 1 or not noon):
            yield f"{row._meta.model_name}.{name}: {value}"


@pytest.fixture
def canary(house, joost, mina, corporation, fatma):
    return put_everywhere(house, joost=joost, mina=mina, corporation=corporation, fatma=fatma)


def test_the_canary_is_really_everywhere(canary):
    """Otherwise the next test proves nothing."""
    tables = set(traces(CANARY))
    for model in ("Question", "Conversation", "Answer", "Handover", "FollowUp", "Discussion", "DiscussionItem"):
        assert apps.get_model("desk", model)._meta.db_table in tables, model
    assert {"people_contactwish", "people_household", "people_promise", "outbox_message", "desk_opening"} <= tables
    assert "desk_agreedstep" in tables


def test_nothing_is_left_of_a_person_after_forget(canary, carla):
    token = canary.link_token

    forget_question(canary, by=by(carla))

    for word in (CANARY, "0612340987", token):
        assert traces(word) == []
    canary.refresh_from_db()
    assert canary.words == ""
    for name in ("asked_at", "taken_down_at", "closed_at", "last_contact_at", "looked_at"):
        moment = getattr(canary, name)
        assert (moment.day, moment.hour, moment.minute, moment.second) == (1, 12, 0, 0), name
    assert canary.channel == "desk"


def test_of_every_moment_and_day_only_the_month_is_left(canary, carla):
    forget_question(canary, by=by(carla))

    canary.refresh_from_db()
    assert canary.next_on is None
    assert canary.handovers.count() == 2
    assert [day for row in kept_beside(canary) for day in exact_days(row)] == []


def test_what_was_asked_just_after_midnight_stays_in_its_own_month(house, joost):
    question = take_down_question(house, words="Vergeet mij", by=by(joost))
    just_after_midnight = datetime(2026, 2, 28, 23, 30, tzinfo=UTC)
    Question.objects.filter(pk=question.pk).update(asked_at=just_after_midnight)

    forget_question(question, by=RESIDENT)

    question.refresh_from_db()
    assert question.asked_at == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_what_was_forgotten_before_is_made_just_as_coarse(canary, carla):
    beside = [*canary.handovers.all(), *canary.follow_ups.all()]
    exact = [(type(row), row.pk, {name: getattr(row, name) for name in when(row)}) for row in beside]
    forget_question(canary, by=by(carla))
    Question.objects.filter(pk=canary.pk).update(next_on=clock.today())
    for model, pk, days in exact:
        model.objects.filter(pk=pk).update(**days)
    coarsen = import_module("wijkhuis.loop.desk.migrations.0004_what_was_forgotten_keeps_only_the_month").COARSEN

    with connection.cursor() as cursor:
        for sentence in coarsen:
            cursor.execute(sentence)

    canary.refresh_from_db()
    assert [day for row in kept_beside(canary) for day in exact_days(row)] == []
    assert canary.handovers.first().offered_at.month == exact[0][2]["offered_at"].month


def test_a_resident_deletes_an_open_question_at_once(house, joost):
    question = take_down_question(house, words="Vergeet mij", wish=Wish(called="Piet"), by=by(joost))

    forget_question(question, by=RESIDENT)

    question.refresh_from_db()
    assert question.ending == "deleted"
    assert traces("Vergeet mij") == []


def test_what_the_house_knows_is_shown_in_full(canary, carla):
    [everything] = show_everything(Question.objects.filter(pk=canary.pk), by=by(carla))

    text = str(everything)
    for fact in ("0612340987", f"{CANARY} bakt taart", "wijkbeheerder", "schreef de vraag op"):
        assert fact in text
    assert canary.link_token not in text


def test_a_year_after_the_last_contact_the_person_goes(house, joost, carla):
    old = take_down_question(house, words="Lang geleden", by=by(joost))
    fresh = take_down_question(house, words="Pas geleden", by=by(joost))
    still_open = take_down_question(house, words="Nog open", by=by(joost))
    long_ago = clock.now() - timedelta(days=400)
    Question.objects.filter(pk__in=[old.pk, still_open.pk]).update(last_contact_at=long_ago)
    for question in (old, fresh):
        Question.objects.filter(pk=question.pk).update(closed_at=clock.now(), ending="solved")

    forgotten = list(forget_what_was_kept_long_enough())

    assert [question.pk for question in forgotten] == [old.pk]
    still_open.refresh_from_db()
    assert still_open.words == "Nog open"


def test_a_month_is_a_month_also_in_february():
    day = clock.today().replace(year=2026, month=3, day=31)
    assert rules.may_forget(day.replace(year=2025), keep_months=12, on=day)
    assert not rules.may_forget(day.replace(year=2025), keep_months=12, on=day - timedelta(days=1))


def test_somebody_who_has_no_business_with_a_question_cannot_delete_it(house, joost, nils, bas):
    question = take_down_question(house, words="Blijf", by=by(joost))

    for user in (nils, bas):
        with pytest.raises(NotYours):
            forget_question(question, by=by(user))
