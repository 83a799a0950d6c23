"""A meeting is planned in a minute, its agenda makes itself, and residents chair in turn."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.loop.agenda import actions, rules, schedule
from wijkhuis.loop.agenda.forms import WHY_HELP
from wijkhuis.loop.agenda.models import Decision
from wijkhuis.loop.agenda.queries import has_heard_those_concerned
from wijkhuis.loop.agenda.queries.meetings import chairs_in_turn, late_answers, points_of, proposed_moment
from wijkhuis.loop.signals.actions import merge_themes
from wijkhuis.loop.signals.models import Proposal, Signal, Theme

pytestmark = pytest.mark.django_db


def in_days(days):
    return clock.now() + timedelta(days=days)


def on_day(days):
    return clock.today() + timedelta(days=days)


def handed_over(theme, whom, *, due=10, meeting=None):
    return actions.decide_theme(
        theme,
        standing="handed_over",
        why="De straat is van de gemeente.",
        handed_to="team Verkeer",
        answer_due_on=on_day(due),
        meeting=meeting,
        by=by(whom),
    )


def test_the_resident_who_chaired_longest_ago_is_next(group, rita):
    rita_first = chairs_in_turn(group, on=clock.today()).first()
    assert rita_first.first_name == "Rita"

    actions.plan_meeting(group, starts_at=in_days(1), chair=rita_first, by=by(rita))

    assert [seat.first_name for seat in chairs_in_turn(group, on=clock.today())] == ["Mo", "Rita"]


@pytest.mark.parametrize(
    ("last", "next_one"),
    [("2026-02-06", "2026-03-06"), ("2026-11-27", "2027-01-08")],
    ids=["four weeks later", "not at Christmas, nor on New Year's Day"],
)
def test_the_next_meeting_is_proposed_in_the_rhythm_of_the_group(group, rita, last, next_one):
    starts_at = datetime.fromisoformat(f"{last}T11:00:00+01:00")
    with clock.pretend(starts_at - timedelta(days=1)):
        actions.plan_meeting(group, starts_at=starts_at, by=by(rita))

        assert proposed_moment(group, now=clock.now()) == datetime.fromisoformat(f"{next_one}T11:00:00+01:00")


def test_the_agenda_makes_itself_from_what_waits(house, group, rita, theme_of):
    with clock.pretend(in_days(-30)):
        late = theme_of(5, name="Licht bij de halte")
        handed_over(late, rita)
        again = theme_of(5, name="Zwerfvuil")
        actions.decide_theme(
            again, standing="watched", why="We kijken.", look_again_on=on_day(20), meeting=None, by=by(rita)
        )
    theme_of(4, name="Blijft klein")
    reached = theme_of(6, name="De bus")
    loose = Signal.objects.create(house=house, sentence="Iemand zoekt werk.", month=clock.today().replace(day=1))
    for number in range(8):
        proposal = Proposal.objects.create(
            house=house, kind="new", name=f"Voorstel {number}", closeness=number / 10, made_on=clock.today()
        )
        proposal.signals.add(loose)

    meeting = actions.plan_meeting(group, starts_at=in_days(2), by=by(rita))

    points = points_of(meeting, today=clock.today())
    assert [point.item.theme for point in points[:3]] == [late, again, reached]
    offered = [point.item.proposal.name for point in points[3:]]
    assert offered == [f"Voorstel {number}" for number in (7, 6, 5, 4, 3)]
    assert len(points) <= rules.MOST_POINTS


def test_points_are_put_moved_and_taken_off_by_anybody_of_the_group(group, rita, joost):
    meeting = actions.plan_meeting(group, starts_at=in_days(2), by=by(rita))
    soup = actions.put_point(meeting, words="Soep na afloop", by=by(rita))
    key = actions.put_point(meeting, words="Sleutel van de kast", by=by(rita))

    actions.move_item(key, up=True, by=by(rita))
    assert list(meeting.items.all()) == [key, soup]
    actions.remove_item(soup, by=by(rita))
    assert list(meeting.items.all()) == [key]
    with pytest.raises(NotYours):
        actions.put_point(meeting, words="Ik ook", by=by(joost))


def test_a_newer_decision_replaces_an_older_and_can_be_taken_back_while_the_meeting_is_open(group, rita, theme_of):
    theme = theme_of(6)
    with clock.pretend(in_days(-40)):
        actions.decide_theme(theme, standing="watched", why="Eerst kijken.", look_again_on=on_day(30), by=by(rita))
    meeting = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
    newer = actions.decide_theme(theme, standing="taken_up", why="We doen het.", meeting=meeting, by=by(rita))
    theme.refresh_from_db()
    assert (theme.standing, theme.why) == ("taken_up", "We doen het.")

    actions.undo_decision(newer, by=by(rita))

    theme.refresh_from_db()
    assert (theme.standing, theme.why) == ("watched", "Eerst kijken.")
    assert Decision.objects.count() == 1


def test_a_decision_of_a_closed_meeting_stays(group, rita, theme_of):
    meeting = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
    decision = actions.decide_theme(theme_of(6), standing="let_go", why="Het is er al.", meeting=meeting, by=by(rita))
    actions.close_meeting(meeting, present="Rita, Mo", by=by(rita))

    with pytest.raises(RuleBroken):
        actions.undo_decision(decision, by=by(rita))
    assert not meeting.items.filter(done_at=None).exists()


def test_an_answer_that_is_late_is_late_until_it_is_there(group, rita, theme_of):
    with clock.pretend(in_days(-30)):
        decision = handed_over(theme_of(5), rita)
    assert list(late_answers(group, on=clock.today())) == [decision]

    actions.keep_answer(decision, answer="Er komt een lamp.", answered_on=clock.today(), by=by(rita))

    assert not late_answers(group, on=clock.today()).exists()


def test_a_yes_to_a_proposal_becomes_a_theme_to_decide_on_in_the_same_meeting(house, group, rita):
    loose = Signal.objects.create(house=house, sentence="Iemand zoekt werk.", month=clock.today().replace(day=1))
    proposal = Proposal.objects.create(house=house, kind="new", name="Werk", made_on=clock.today())
    proposal.signals.add(loose)
    meeting = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))

    theme = actions.answer_proposal(meeting.items.get(), is_yes=True, name="Werk zoeken", by=by(rita))

    item = meeting.items.get()
    assert (item.theme, item.proposal, item.done_at) == (theme, None, None)
    assert theme.name == "Werk zoeken"


def test_those_concerned_are_heard_first(group, rita, theme_of):
    theme = theme_of(2)
    assert not has_heard_those_concerned(theme)

    actions.write_down_concerned(theme, words="De bus rijdt te vroeg.", heard_on=clock.today(), by=by(rita))

    assert has_heard_those_concerned(theme)


def test_nobody_outside_the_group_decides(group, joost, theme_of):
    with pytest.raises(NotYours):
        actions.decide_theme(theme_of(5), standing="let_go", why="Weg.", by=by(joost))
    assert Theme.objects.get().standing == "open"


def test_a_citizen_service_number_is_refused_everywhere(group, rita, theme_of):
    theme = theme_of(5)
    for go in (
        lambda words: actions.decide_theme(theme, standing="let_go", why=words, by=by(rita)),
        lambda words: actions.write_down_concerned(theme, words=words, heard_on=clock.today(), by=by(rita)),
    ):
        with pytest.raises(RuleBroken):
            go("Van 111222333")


@pytest.mark.parametrize("why", ["Samira de Vries wil dit.", "Bel 06 12345678.", "Mail piet@post.example daarover."])
def test_what_everybody_reads_says_of_nobody_who_they_are(group, rita, theme_of, why):
    with pytest.raises(RuleBroken):
        actions.decide_theme(theme_of(5), standing="let_go", why=why, by=by(rita))


@pytest.mark.parametrize("why", [str(words).split("“")[1].rstrip("”") for words in WHY_HELP.values()])
def test_the_examples_we_give_may_be_taken_over(group, rita, theme_of, why):
    with translation.override("nl"):
        decision = actions.decide_theme(theme_of(5), standing="let_go", why=why, by=by(rita))

    assert decision.why == why


def test_after_two_years_a_meeting_keeps_its_decisions_and_no_people(group, rita, theme_of):
    with clock.pretend(in_days(-740)):
        held = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
        actions.agree_task(held, what="Belt", who="Kanariepiet", by_on=on_day(30), by=by(rita))
        actions.decide_theme(theme_of(5), standing="let_go", why="Het is er al.", meeting=held, by=by(rita))
        actions.close_meeting(held, present="Kanariepiet", notes="Er was soep.", by=by(rita))

    schedule.forget_old_meetings()

    held.refresh_from_db()
    assert (held.present, held.notes, held.tasks.count(), held.decisions.count()) == ("", "", 0, 1)


def test_a_point_somebody_put_there_says_that_it_was_settled_elsewhere(client, sign_in, house, group, rita, theme_of):
    big, small = theme_of(6, name="De bus"), theme_of(2, name="De halte")
    meeting = actions.plan_meeting(group, starts_at=in_days(1), by=by(rita))
    actions.put_theme(meeting, theme=small, by=by(rita))
    merge_themes(big, other=small, by=by(rita))
    sign_in(rita)

    page = client.get(f"/wijkagenda/punten/{meeting.items.get(theme=small).pk}/").content.decode()

    assert "Dit hoort nu bij een ander thema" in page
    assert "?wat=" not in page


def test_a_house_without_a_group_shows_its_coordinator_where_to_begin_one(house, carla, sign_in):
    page = sign_in(carla).get(reverse("agenda:meetings")).content.decode()

    assert "nog geen signaalgroep" in page
    assert f'href="{reverse("signals:group")}"' in page
