"""What happens after a decision: answers come back, what lies still comes back, and tasks and meetings change."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.models import Meeting, Task
from wijkhuis.loop.agenda.queries.meetings import open_tasks, points_of, themes_for
from wijkhuis.loop.signals.models import Seat

pytestmark = pytest.mark.django_db


def in_days(days):
    return clock.now() + timedelta(days=days)


def on_day(days):
    return clock.today() + timedelta(days=days)


@pytest.fixture
def answered(rita, theme_of, group):
    """A theme handed over a month ago, and answered today."""
    theme = theme_of(6, name="Licht bij de halte")
    facts = {"handed_to": "team Licht", "answer_due_on": on_day(20)}
    with clock.pretend(in_days(-30)):
        decision = actions.decide_theme(theme, standing="handed_over", why="Het is van hen.", by=by(rita), **facts)
    actions.keep_answer(decision, answer="Er komt een lamp.", answered_on=clock.today(), by=by(rita))
    return theme


def test_an_answer_of_the_municipality_comes_on_the_next_agenda_until_it_was_talked_about(group, rita, answered):
    first = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
    [point] = points_of(first, today=clock.today())
    assert point.item.theme == answered
    assert "antwoordde" in str(point.reason)

    # Nobody came to it, so it is there again.
    with clock.pretend(in_days(1)):
        actions.close_meeting(first, by=by(rita))
    second = actions.plan_meeting(group, starts_at=in_days(30), by=by(rita))
    item = second.items.get(theme=answered)
    with clock.pretend(in_days(30)):
        actions.finish_item(item, by=by(rita))
    with clock.pretend(in_days(31)):
        actions.close_meeting(second, by=by(rita))

    assert themes_for(group, on=on_day(60)) == []


def test_what_was_answered_has_its_own_heading_for_everybody(client, answered):
    page = client.get("/wijkagenda/de-brug/").content.decode()

    assert "De gemeente gaf antwoord</h2>" in page
    assert "Er komt een lamp." in page
    assert "De gemeente moet nog antwoorden</h2>" not in page


def test_what_was_taken_up_comes_back_when_nothing_began_in_one_rhythm(group, rita, theme_of):
    theme = theme_of(6)
    actions.decide_theme(theme, standing="taken_up", why="Veel mensen lopen hierop vast.", by=by(rita))

    assert theme not in themes_for(group, on=on_day(20))
    assert theme in themes_for(group, on=on_day(28))


def test_a_meeting_somebody_forgot_to_close_is_not_the_next_one(client, sign_in, group, rita, theme_of):
    with clock.pretend(in_days(-10)):
        forgotten = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
    theme = theme_of(2)
    sign_in(rita)

    page = client.get(reverse("agenda:meetings")).content.decode()
    assert "Schrijf op wat er is besloten" in page
    assert reverse("agenda:close_meeting", args=[forgotten.pk]) in page
    to_plan = client.post(reverse("agenda:put_theme", args=[theme.pk]))
    assert to_plan["Location"] == f"{reverse('agenda:plan')}?thema={theme.pk}"

    when = {"on": on_day(5).isoformat(), "at": "10:00", "place": "Grote tafel"}
    client.post(to_plan["Location"], when)

    planned = Meeting.objects.get(place="Grote tafel")
    assert planned.items.get().theme == theme


def test_who_has_a_seat_and_an_account_hears_of_a_meeting_without_what_it_is_about(group, rita, carla, theme_of):
    theme_of(6, name="Geheim onderwerp")
    chair = Seat.objects.get(user=rita)
    meeting = actions.plan_meeting(group, starts_at=in_days(3), place="Grote tafel", chair=chair, by=by(rita))
    actions.change_meeting(meeting, starts_at=meeting.starts_at, place="Grote tafel", chair=chair, by=by(rita))
    actions.change_meeting(meeting, starts_at=in_days(4), place="Keuken", chair=chair, by=by(rita))
    actions.cancel_meeting(meeting, by=by(rita))

    sent = list(Message.objects.order_by("pk"))
    assert [one.template for one in sent] == [f"agenda/meeting_{what}" for what in ("planned", "changed", "cancelled")]
    assert {one.to for one in sent} == {carla.email}
    text = put_into_words(sent[0])
    assert "Grote tafel" in text.body
    assert "Rita" in text.body
    assert "Geheim" not in f"{text.subject} {text.body}"


def test_cancelling_a_meeting_asks_first(client, sign_in, group, rita):
    meeting = actions.plan_meeting(group, starts_at=in_days(3), by=by(rita))
    url = reverse("agenda:cancel_meeting", args=[meeting.pk])

    assert "afzeggen?" in sign_in(rita).get(url).content.decode()
    assert Meeting.objects.exists()
    client.post(url)
    assert not Meeting.objects.exists()


@pytest.fixture
def agreed(group, rita):
    """Mo would call the bus company, in a meeting that is closed."""
    with clock.pretend(in_days(-2)):
        meeting = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
        mo = Seat.objects.get(name="Mo")
        task = actions.agree_task(meeting, what="Belt de bus", seat=mo, by_on=on_day(9), by=by(rita))
        actions.close_meeting(meeting, by=by(rita))
    return task


def test_after_the_meeting_somebody_else_does_it_on_another_day_and_is_reminded_anew(client, sign_in, agreed, rita):
    Task.objects.update(reminded_at=clock.now())
    seat = Seat.objects.get(user=rita)
    sign_in(rita)
    assert reverse("agenda:change_task", args=[agreed.pk]) in client.get(reverse("agenda:meetings")).content.decode()

    said = {"seat": seat.pk, "by_on": on_day(20).isoformat()}
    client.post(reverse("agenda:change_task", args=[agreed.pk]), said)

    agreed.refresh_from_db()
    assert (agreed.seat, agreed.by_on, agreed.reminded_at) == (seat, on_day(20), None)
    with clock.pretend(in_days(19)):
        assert actions.remind_of_tasks() == 1


def test_what_is_not_needed_any_more_is_off_the_list_and_stays_in_the_minutes(client, sign_in, group, agreed, rita):
    sign_in(rita)
    client.post(reverse("agenda:drop_task", args=[agreed.pk]))

    assert not open_tasks(group).exists()
    assert actions.remind_of_tasks() == 0
    minutes = client.get(reverse("agenda:minutes", args=[agreed.meeting_id])).content.decode()
    assert "Belt de bus" in minutes
    assert "niet meer nodig" in minutes


def test_what_is_done_is_not_changed(agreed, rita):
    actions.tick_task(agreed, by=by(rita))

    with pytest.raises(RuleBroken):
        actions.drop_task(agreed, by=by(rita))


def test_what_the_municipality_owes_by_the_day_of_the_meeting_says_so_beforehand(group, rita, theme_of):
    facts = {"handed_to": "team Licht", "answer_due_on": on_day(20)}
    actions.decide_theme(theme_of(6), standing="handed_over", why="Het is van hen.", by=by(rita), **facts)

    meeting = actions.plan_meeting(group, starts_at=in_days(28), by=by(rita))

    [point] = points_of(meeting, today=clock.today())
    assert "moet ons nog antwoorden" in str(point.reason)
