"""Who promised something is reminded in a resident's name; a message says nothing of what it is about."""

from datetime import timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.signals.actions import end_seat
from wijkhuis.loop.signals.models import Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(group, rita):
    chair = Seat.objects.get(user=rita)
    meeting = actions.plan_meeting(group, starts_at=clock.now() + timedelta(hours=1), chair=chair, by=by(rita))
    facts = {"what": "Belt de bus", "by_on": clock.today() + timedelta(days=5), "by": by(rita)}
    on_paper = Seat.objects.get(name="Mo")
    return [actions.agree_task(meeting, seat=seat, **facts) for seat in (chair, on_paper)]


def remind(days):
    with clock.pretend(clock.now() + timedelta(days=days)):
        return actions.remind_of_tasks()


def test_a_task_is_remembered_the_day_before_and_once_when_it_is_late(agreed, rita):
    assert [remind(days) for days in (3, 4, 4, 5, 6, 7)] == [0, 1, 0, 0, 1, 0]

    first, second = Message.objects.filter(template__startswith="agenda/task").order_by("pk")
    text = put_into_words(first)
    assert first.to == rita.email
    assert first.template == "agenda/task_due"
    assert second.template == "agenda/task_late"
    assert "Rita" in text.body
    assert "bus" not in f"{text.subject} {text.body}"


def test_what_is_ticked_off_is_not_asked_for(agreed, rita):
    actions.tick_task(agreed[0], by=by(rita))

    assert remind(6) == 0


def test_the_group_hears_before_an_answer_is_due_and_when_it_is_late(group, rita, carla, theme_of):
    actions.decide_theme(
        theme_of(5),
        standing="handed_over",
        why="De straat is van de gemeente.",
        handed_to="team Verkeer",
        answer_due_on=clock.today() + timedelta(days=20),
        by=by(rita),
    )
    sent = []
    for days in (5, 13, 14, 20, 21, 22):
        with clock.pretend(clock.now() + timedelta(days=days)):
            sent.append(actions.remind_of_answers())

    assert sent == [0, 2, 0, 0, 2, 0]
    assert set(Message.objects.values_list("to", flat=True)) == {rita.email, carla.email}


def test_what_somebody_promised_who_left_goes_to_who_chairs_and_else_to_the_house(group, carla, rita, joost):
    seat = Seat.objects.create(group=group, user=joost, is_resident=False, starts_on=clock.today())
    chair = Seat.objects.get(user=rita)
    meeting = actions.plan_meeting(group, starts_at=clock.now() + timedelta(hours=1), chair=chair, by=by(rita))
    by_on = clock.today() + timedelta(days=5)
    actions.agree_task(meeting, seat=seat, what="Belt de bus", by_on=by_on, by=by(rita))
    end_seat(seat, by=by(carla))

    assert remind(4) == 1
    [first] = Message.objects.filter(template="agenda/task_left")
    assert first.to == rita.email
    text = put_into_words(first)
    assert "niet meer in de groep" in text.body
    assert "bus" not in f"{text.subject} {text.body}"

    end_seat(chair, by=by(carla))
    assert remind(6) == 1
    assert Message.objects.filter(template="agenda/task_left").latest("pk").to == carla.email
    assert not Message.objects.filter(to=joost.email, template__startswith="agenda/task").exists()
