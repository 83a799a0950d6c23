"""Somebody says yes or no while the computer looks what belongs together: what people said stands."""

from datetime import date
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from tests.cast import by
from tests.waiting import wait_until
from wijkhuis.loop.signals import actions, schedule
from wijkhuis.loop.signals.actions import proposing
from wijkhuis.loop.signals.models import Proposal, Signal, Theme

pytestmark = pytest.mark.django_db(transaction=True)

LAMPS = [
    "De straatverlichting bij het park is kapot.",
    "Op het pad doet geen enkele lantaarn het.",
    "Iemand vindt het te donker op straat, de lampen zijn uit.",
]


@pytest.fixture
def lamps(house):
    facts = {"house": house, "month": date(2026, 3, 1), "source": "desk"}
    for at, sentence in enumerate(LAMPS):
        Signal.objects.create(sentence=sentence, pool_token=str(at), **facts)
    actions.propose_themes(house)
    return Proposal.objects.get()


@pytest.fixture
def while_looking(monkeypatch):
    """Let something happen in a connection of its own after the computer read what there is, before it writes."""

    def arrange(deed):
        def looks(look):
            in_a_thread(deed).join(timeout=30)
            return changes(look)

        changes = proposing.changes
        monkeypatch.setattr(proposing, "changes", looks)

    return arrange


def in_a_thread(deed):
    def do():
        try:
            deed()
        finally:
            connection.close()

    thread = Thread(target=do)
    thread.start()
    return thread


@pytest.mark.parametrize("decide", [actions.confirm_proposal, actions.decline_proposal])
def test_what_is_decided_during_the_look_stands_and_the_look_goes_on(house, carla, lamps, while_looking, decide):
    Signal.objects.create(house=house, sentence="De lantaarns zijn stuk.", month=date(2026, 3, 1), source="desk")
    while_looking(lambda: decide(lamps, by=by(carla)))

    actions.propose_themes(house, thorough=True)

    said = Proposal.objects.get(pk=lamps.pk)
    assert said.accepted is (decide is actions.confirm_proposal)
    assert said.signals.count() == len(LAMPS)
    assert not Proposal.objects.exclude(pk=lamps.pk).filter(signals__in=said.signals.all()).exists()


def test_what_would_go_stays_when_somebody_said_no_to_it_meanwhile(house, carla, lamps, while_looking):
    Signal.objects.filter(sentence__in=LAMPS[:2]).update(sentence="Iemand zoekt een groene sjaal.", meaning=None)
    while_looking(lambda: actions.decline_proposal(lamps, by=by(carla)))

    actions.propose_themes(house, thorough=True)

    assert Proposal.objects.get(pk=lamps.pk).accepted is False


def test_the_computer_waits_for_who_is_just_saying_no(house, carla, lamps):
    Signal.objects.filter(sentence__in=LAMPS[:2]).update(sentence="Iemand zoekt een groene sjaal.", meaning=None)
    said, go_on = Event(), Event()

    def say_no():
        with transaction.atomic():
            actions.decline_proposal(lamps, by=by(carla))
            said.set()
            go_on.wait(timeout=30)

    deciding = in_a_thread(say_no)
    said.wait(timeout=30)
    looking = in_a_thread(lambda: actions.propose_themes(house, thorough=True))
    wait_until(somebody_waits_for_a_lock)
    go_on.set()
    deciding.join(timeout=30)
    looking.join(timeout=30)

    assert Proposal.objects.get(pk=lamps.pk).accepted is False


def test_a_theme_that_ended_and_a_signal_taken_back_meanwhile_do_not_stop_the_look(house, carla, lamps, while_looking):
    theme = actions.confirm_proposal(lamps, by=by(carla))
    facts = {"house": house, "month": date(2026, 3, 1), "source": "desk"}
    late = Signal.objects.create(sentence="De straatverlichting in het park is weer kapot.", **facts)
    for at in range(3):
        Signal.objects.create(sentence=f"De bushalte bij de flat is opgeheven. {at}", **facts)

    def end():
        actions.close_theme(theme, by=by(carla))
        late.delete()

    while_looking(end)
    actions.propose_themes(house, thorough=True)

    assert not Proposal.objects.filter(kind="grow").exists()
    assert Proposal.objects.filter(kind="new", decided_on=None).count() == 1
    assert Theme.objects.get().closed_on is not None


def test_by_night_one_house_that_fails_does_not_stop_the_others(house, other_house, monkeypatch, caplog):
    looked = []

    def look(at, *, thorough):
        looked.append(at)
        if at == house:
            raise KeyError(1)

    monkeypatch.setattr(actions, "propose_themes", look)

    schedule.propose_themes()

    assert looked == [house, other_house]
    assert "did not work" in caplog.text


def somebody_waits_for_a_lock():
    with connection.cursor() as cursor:
        here = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        cursor.execute(here)
        return cursor.fetchone()[0]
