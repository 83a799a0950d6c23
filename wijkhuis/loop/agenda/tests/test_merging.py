"""When one theme takes in another, nothing that was decided, promised or said is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.queries import has_heard_those_concerned
from wijkhuis.loop.agenda.queries.decided import late_answers
from wijkhuis.loop.signals.actions import merge_themes

pytestmark = pytest.mark.django_db


def in_days(days):
    return clock.now() + timedelta(days=days)


@pytest.fixture
def light(rita, theme_of, group):
    """A theme handed over a month ago, of which the answer is late."""
    theme = theme_of(6, name="Licht")
    with clock.pretend(in_days(-30)):
        due = clock.today() + timedelta(days=10)
        facts = {"handed_to": "team Licht", "answer_due_on": due}
        actions.decide_theme(theme, standing="handed_over", why="Het is van hen.", by=by(rita), **facts)
        actions.write_down_concerned(theme, words="Ik ben bang.", heard_on=clock.today(), by=by(rita))
    return theme


def test_a_theme_nobody_decided_on_takes_over_the_decision_and_what_was_said(client, group, rita, theme_of, light):
    dark = theme_of(7, name="Donker")

    merge_themes(dark, other=light, by=by(rita))

    dark.refresh_from_db()
    assert (dark.standing, dark.why) == ("handed_over", "Het is van hen.")
    assert [decision.theme for decision in late_answers(group, on=clock.today())] == [dark]
    assert has_heard_those_concerned(dark)
    page = client.get("/wijkagenda/de-brug/").content.decode()
    assert "Donker" in page
    assert "Dat is er nog niet." in page


def test_an_answer_stays_owed_beside_the_decision_that_holds(client, sign_in, group, rita, theme_of, light):
    dark = theme_of(7, name="Donker")
    actions.decide_theme(dark, standing="taken_up", why="We doen het samen.", by=by(rita))

    merge_themes(dark, other=light, by=by(rita))

    dark.refresh_from_db()
    assert dark.standing == "taken_up"
    [owed] = late_answers(group, on=clock.today())
    assert owed.theme == dark
    page = client.get("/wijkagenda/de-brug/").content.decode()
    assert "We doen het samen." in page
    assert "Dat is er nog niet." in page
    theme_page = sign_in(rita).get(reverse("signals:theme", args=[dark.pk])).content.decode()
    assert reverse("agenda:keep_answer", args=[owed.pk]) in theme_page
    with clock.pretend(in_days(1)):
        assert actions.remind_of_answers() == 2

    actions.decide_theme(dark, standing="let_go", why="Het is er al.", by=by(rita))

    assert not late_answers(group, on=clock.today()).exists()


def test_a_newer_decision_on_the_theme_that_was_taken_in_does_not_win(group, rita, theme_of):
    bus, halt = theme_of(7, name="De bus"), theme_of(6, name="De halte")
    with clock.pretend(in_days(-5)):
        actions.decide_theme(bus, standing="taken_up", why="We doen het samen.", by=by(rita))
    actions.decide_theme(halt, standing="let_go", why="Het is er al.", by=by(rita))

    merge_themes(bus, other=halt, by=by(rita))

    meeting = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
    item = actions.put_theme(meeting, theme=bus, by=by(rita))
    decision = actions.decide_theme(bus, standing="taken_up", why="Nu echt.", meeting=meeting, by=by(rita))
    actions.undo_decision(decision, by=by(rita))
    bus.refresh_from_db()
    assert (item.theme, bus.standing, bus.why) == (bus, "taken_up", "We doen het samen.")


def test_agreements_and_points_go_along(client, sign_in, group, rita, theme_of):
    bus, halt = theme_of(2, name="De bus"), theme_of(2, name="De halte")
    meeting = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
    item = actions.put_theme(meeting, theme=halt, by=by(rita))
    facts = {"who": "Mo", "by_on": clock.today() + timedelta(days=9)}
    task = actions.agree_task(meeting, what="Belt", theme=halt, by=by(rita), **facts)

    merge_themes(bus, other=halt, by=by(rita))

    item.refresh_from_db()
    task.refresh_from_db()
    assert (item.theme, task.theme) == (bus, bus)
    assert "?wat=taken_up" in sign_in(rita).get(reverse("agenda:item", args=[item.pk])).content.decode()
