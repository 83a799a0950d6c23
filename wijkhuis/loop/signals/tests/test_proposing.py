"""What is proposed overnight, and that a list is the same next week."""

from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base.errors import NotYours
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.models import Proposal, Signal, Theme
from wijkhuis.loop.signals.queries.existing import central_sentences, rows_of_existing, what_exists_for
from wijkhuis.loop.signals.rules.proposing import may_come_back

pytestmark = pytest.mark.django_db

BUS = [
    "Iemand kan niet meer met de bus weg uit de buurt.",
    "De bushalte bij de flat is opgeheven.",
    "Iemand mist de bus die hier stopte.",
    "De buslijn door de wijk is weg.",
]
LAMPS = [
    "De straatverlichting bij het park is kapot.",
    "Op het pad doet geen enkele lantaarn het.",
    "Iemand vindt het te donker op straat, de lampen zijn uit.",
]
ALONE = ["Iemand zoekt een groene sjaal.", "Iemand vraagt hoe die acteur ook weer heet."]


def signals(house, sentences):
    return [
        Signal.objects.create(house=house, sentence=sentence, month=date(2026, 3, 1), source="desk", pool_token=str(at))
        for at, sentence in enumerate(sentences)
    ]


def waiting(house, kind="new"):
    return list(Proposal.objects.filter(house=house, kind=kind, decided_on=None).order_by("pk"))


def told(proposal):
    return set(proposal.signals.values_list("sentence", flat=True))


def test_signals_that_say_the_same_are_proposed_and_what_stands_alone_is_not(house):
    signals(house, [*BUS, *LAMPS, *ALONE])

    actions.propose_themes(house)

    assert {frozenset(told(one)) for one in waiting(house)} >= {frozenset(LAMPS)}
    assert not any(told(one) & set(ALONE) for one in waiting(house))
    assert any("bus" in one.known_as for one in waiting(house))
    assert all(one.name and 0 < one.closeness <= 1 for one in waiting(house))
    assert not Theme.objects.exists()


def test_a_proposal_that_waits_is_the_same_next_week_and_takes_in_what_is_new(house):
    signals(house, LAMPS)
    actions.propose_themes(house)
    [before] = waiting(house)

    signals(house, ["Geen straatverlichting, de lantaarns bij het park zijn stuk.", *ALONE])
    actions.propose_themes(house)
    actions.propose_themes(house, thorough=True)

    [after] = waiting(house)
    assert (after.pk, after.name, after.made_on) == (before.pk, before.name, before.made_on)
    assert len(told(after)) == 4


def test_what_was_declined_stays_away_until_a_third_is_new(house, carla):
    signals(house, LAMPS)
    actions.propose_themes(house)
    actions.decline_proposal(waiting(house)[0], by=Actor(user=carla))

    actions.propose_themes(house, thorough=True)
    assert waiting(house) == []

    signals(house, ["Straatverlichting kapot bij de flat.", "De lantaarns in het park zijn al weken stuk."])
    actions.propose_themes(house)
    assert len(waiting(house)) == 1


def test_a_theme_grows_by_proposal_only(house, carla):
    theme = actions.make_theme(house, name="Donker", signals=signals(house, LAMPS), by=Actor(user=carla))
    [late] = signals(house, ["De straatverlichting in het park is weer kapot."])

    actions.propose_themes(house)

    [grows] = waiting(house, "grow")
    assert (grows.theme, told(grows)) == (theme, {late.sentence})
    late.refresh_from_db()
    assert late.theme is None
    actions.decline_proposal(grows, by=Actor(user=carla))
    actions.propose_themes(house, thorough=True)
    assert waiting(house, "grow") == []


def test_a_yes_to_many_sentences_asks_the_database_no_more_often(house, carla, django_assert_max_num_queries):
    many = signals(house, [f"{sentence} {turn}" for sentence in LAMPS for turn in range(20)])
    actions.propose_themes(house)
    [waits] = waiting(house)

    with django_assert_max_num_queries(30):
        theme = actions.confirm_proposal(waits, signals=many, by=Actor(user=carla))

    assert theme.signals.count() == waits.signals.count() > 30


def test_two_themes_about_the_same_may_be_one(house, carla):
    by = Actor(user=carla)
    one = actions.make_theme(house, name="Donker", signals=signals(house, LAMPS[:2]), by=by)
    two = actions.make_theme(
        house, name="Lampen", signals=signals(house, [LAMPS[0] + " Al weken.", LAMPS[1] + " Nog steeds."]), by=by
    )

    actions.propose_themes(house)

    [merge] = waiting(house, "merge")
    assert {merge.theme, merge.other} == {one, two}


def test_a_theme_about_two_things_may_be_split(house, carla):
    theme = actions.make_theme(house, name="Buiten", signals=signals(house, [*LAMPS, *BUS]), by=Actor(user=carla))

    actions.propose_themes(house)

    [split] = waiting(house, "split")
    assert split.theme == theme
    assert told(split) <= set(LAMPS) or told(split) <= set(BUS)
    assert split.name


def test_what_a_sentence_means_is_computed_once(house, monkeypatch):
    signals(house, LAMPS)
    actions.propose_themes(house)
    monkeypatch.setattr("wijkhuis.base.language.helpers.encode", lambda texts: pytest.fail("encoded again"))

    actions.propose_themes(house)
    actions.propose_themes(house, thorough=True)

    assert len(waiting(house)) == 1


def test_a_house_never_sees_the_signals_of_another(house, other_house):
    signals(house, LAMPS[:2])
    signals(other_house, LAMPS[2:])

    actions.propose_themes(house)
    actions.propose_themes(other_house)

    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("group", "declined", "may"),
    [("abc", [], True), ("abc", ["abc"], False), ("abcd", ["abc"], False), ("abcde", ["abc"], True), ("", [], False)],
)
def test_a_third_must_be_new(group, declined, may):
    assert may_come_back(set(group), declined=[set(one) for one in declined]) is may


def test_what_exists_already_is_shown_with_a_theme(house, carla):
    by = Actor(user=carla)
    Entry.objects.create(name="Lampenteam", kind="group", description="Buren die kapotte straatverlichting melden.")
    index_entries()
    earlier = actions.make_theme(house, name="Donker", known_as="street-lighting", signals=signals(house, LAMPS), by=by)
    actions.close_theme(earlier, by=by)
    theme = actions.make_theme(
        house, name="Lampen uit", known_as="street-lighting", signals=signals(house, LAMPS), by=by
    )
    actions.propose_themes(house)

    found = what_exists_for(theme)

    assert [one.entry.name for one in found.groups] == ["Lampenteam"]
    assert found.earlier == [earlier]
    assert set(central_sentences(theme)) == set(LAMPS)


def test_what_only_fits_best_of_what_does_not_fit_is_not_shown(house, carla):
    Entry.objects.create(name="Haakclub", kind="group", description="Elke week samen haken en breien.")
    index_entries()
    by = Actor(user=carla)
    theme = actions.make_theme(house, name="Lampen uit", signals=signals(house, LAMPS), by=by)

    assert what_exists_for(theme).groups == []


def test_what_exists_says_why_it_fits(house, carla):
    Entry.objects.create(name="Lampenteam", kind="group", description="Buren die kapotte straatverlichting melden.")
    index_entries()
    theme = actions.make_theme(house, name="Lampen uit", signals=signals(house, LAMPS), by=Actor(user=carla))

    [row] = rows_of_existing(theme)

    assert (row["who"], bool(row["next"])) == ("Lampenteam", True)


def test_the_group_asks_the_worker_to_look_now(house, carla, joost):
    with pytest.raises(NotYours):
        actions.ask_to_look(house, by=Actor(user=joost))

    actions.ask_to_look(house, by=Actor(user=carla))

    job = ProcrastinateJob.objects.get(task_name="signals.propose_for")
    assert job.args == {"house_id": house.pk}
