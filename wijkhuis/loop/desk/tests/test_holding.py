"""Nothing falls between chairs: one holder, a next step, a date."""

from datetime import timedelta

import pytest

from tests.cast import by, make_role, make_user
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.people.actions import make_household
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.actions import (
    accept_handover,
    ask_online,
    end_role_and_pass_on,
    find_by_link,
    note_conversation,
    offer_question,
    open_with_reason,
    pass_to_colleague,
    plan_next_step,
    take_down_question,
    take_question,
)
from wijkhuis.loop.desk.models import Question


@pytest.fixture
def question(house, joost):
    return take_down_question(house, words="Wie helpt mij met een brief?", by=by(joost))


def test_who_takes_up_a_web_question_holds_it(house, mina):
    asked = ask_online(house, words="Hallo")

    taken = take_question(asked, seen=asked.holding_mark, by=by(mina))

    assert taken.holder == mina
    assert taken.taken_up_at is not None


def test_a_click_on_an_old_page_takes_nothing(house, mina, joost):
    asked = ask_online(house, words="Hallo")
    mark = asked.holding_mark
    take_question(asked, seen=mark, by=by(mina))

    with pytest.raises(RuleBroken, match="Mina"):
        take_question(asked, seen=mark, by=by(joost))
    asked.refresh_from_db()
    assert asked.holder == mina


def test_a_question_passes_to_a_colleague_with_a_next_step(question, joost, mina):
    day = clock.today() + timedelta(days=3)

    passed = pass_to_colleague(question, to=mina, next_step="Samen de brief lezen", next_on=day, by=by(joost))

    assert (passed.holder, passed.next_step, passed.next_on) == (mina, "Samen de brief lezen", day)


def test_a_question_does_not_pass_to_somebody_of_another_house(question, joost, nils):
    with pytest.raises(RuleBroken):
        pass_to_colleague(question, to=nils, next_step="Bellen", next_on=clock.today(), by=by(joost))


def test_the_next_step_lies_not_in_the_past(question, joost):
    with pytest.raises(RuleBroken):
        plan_next_step(question, next_step="Bellen", next_on=clock.today() - timedelta(days=1), by=by(joost))


def test_looking_outside_the_own_work_asks_a_reason_once_a_day(question, mina):
    assert access.needs_reason(mina, question)
    with pytest.raises(NotYours):
        note_conversation(question, words="Even kijken", by=by(mina))

    open_with_reason(question, why="stands_in", by=by(mina))

    assert not access.needs_reason(mina, question)
    note_conversation(question, words="Ze belde", by=by(mina))
    line = JournalLine.objects.get(action="desk.question_opened_with_reason")
    assert (line.actor, line.reason) == (mina, "stands_in")


def test_the_words_of_a_reason_never_reach_the_journal(question, mina):
    open_with_reason(question, why="other", words="Selma vroeg mij te kijken", by=by(mina))

    assert not JournalLine.objects.filter(reason__contains="Selma").exists()


def test_a_reason_does_not_open_another_house(question, nils):
    with pytest.raises(NotYours):
        open_with_reason(question, why="stands_in", by=by(nils))


def test_the_coordinator_needs_no_reason(question, carla):
    assert not access.needs_reason(carla, question)


def test_a_volunteer_sees_only_what_they_hold(question, house, wim):
    own = take_down_question(house, words="Wie loopt mee naar de markt?", by=by(wim))

    assert list(access.visible_questions(wim)) == [own]


@pytest.mark.parametrize("who", ["bas", "rita", "stef", "ada", "nils"])
def test_who_has_no_business_with_questions_sees_none(question, request, who):
    assert not access.visible_questions(request.getfixturevalue(who)).exists()
    assert not access.listed_questions(request.getfixturevalue(who)).exists()


def test_when_somebody_leaves_their_questions_go_to_who_is_named(question, joost, mina, carla):
    role = Role.objects.get(user=joost)

    number = end_role_and_pass_on(role, to=mina, by=by(carla))

    question.refresh_from_db()
    assert number == 1
    assert question.holder == mina


def test_nobody_leaves_before_somebody_of_the_same_house_is_named(question, joost, carla, nils, bas):
    for heir in (None, joost, nils, bas):
        with pytest.raises(RuleBroken, match=r"takes this over|neemt"):
            end_role_and_pass_on(Role.objects.get(user=joost), to=heir, by=by(carla))

    question.refresh_from_db()
    assert question.holder == joost
    assert Role.objects.get(user=joost).ends_on is None


def test_households_and_new_questions_from_the_web_go_along(house, joost, mina, carla, ada):
    household = make_household(
        house, called="Gezin", coordinator=carla, agreed_with="allen", agreed_on=clock.today(), by=by(joost)
    )

    end_role_and_pass_on(Role.objects.get(user=carla), to=mina, by=by(ada))

    household.refresh_from_db()
    house.refresh_from_db()
    assert household.coordinator == mina
    assert house.first_holder == mina


def test_nobody_can_leave_while_no_one_takes_over(house, joost, carla):
    take_down_question(house, words="Mijn eigen vraag", by=by(carla))
    ada = make_user("Ada2")
    make_role(ada, Role.Kind.ADMINISTRATOR)

    with pytest.raises(RuleBroken, match=r"takes over|neemt"):
        end_role_and_pass_on(Role.objects.get(user=carla), by=by(ada))
    assert Question.objects.open().filter(holder=carla).exists()
    assert Role.objects.get(user=carla).ends_on is None


def test_nobody_takes_a_question_of_a_colleague_without_saying_why(question, mina, joost):
    with pytest.raises(NotYours):
        take_question(question, seen=question.holding_mark, by=by(mina))
    question.refresh_from_db()
    assert question.holder == joost

    open_with_reason(question, why="stands_in", by=by(mina))

    assert take_question(question, seen=question.holding_mark, by=by(mina)).holder == mina


def test_a_manager_and_another_house_take_nothing(house, bas, nils):
    asked = ask_online(house, words="Hallo")

    for user in (bas, nils):
        with pytest.raises(NotYours):
            take_question(asked, seen=asked.holding_mark, by=by(user))


@pytest.fixture
def with_fatma(question, joost, corporation, fatma):
    """Fatma of the corporation, without an account, said yes by her link."""
    offer = offer_question(question, partnership=corporation, professional=fatma, by=by(joost))
    accept_handover(
        offer.handover, next_step="Bellen", next_on=clock.today(), by=Actor(label=f"partner:{offer.handover.pk}")
    )
    question.refresh_from_db()
    return offer.link.rstrip("/").rsplit("/", 1)[-1]


def test_what_the_house_takes_back_the_partner_reads_no_more(question, carla, with_fatma):
    assert find_by_link(with_fatma)

    take_question(question, seen=question.holding_mark, by=by(carla))

    assert find_by_link(with_fatma) is None


def test_who_left_a_partner_reads_nothing_more(question, fatma, with_fatma):
    Professional.objects.filter(pk=fatma.pk).update(left_on=clock.today())

    assert find_by_link(with_fatma) is None
