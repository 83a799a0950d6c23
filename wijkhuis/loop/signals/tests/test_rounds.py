"""Rounds in the street: pairs listen, signals are taken together, and then the notes are gone."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import Actor
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions import HoldsIdentity, Wording, keeping
from wijkhuis.loop.signals.models import Pair, Round, RoundNote, Signal

pytestmark = pytest.mark.django_db
HEARD = "Mevrouw durft ’s avonds niet meer naar buiten. Ook mist zij een bankje bij de winkel."


@pytest.fixture
def walk(house, joost, city):
    """A round with one pair, Rita and Pieter, and the key of their link."""
    held = actions.make_round(
        house,
        name="Rondje Noord",
        held_on=clock.today(),
        neighbourhood=city.noorderpoort,
        starters="Hoe is het hier?",
        by=by(joost),
    )
    pair, key = actions.add_pair(held, resident="Rita", professional="Pieter", where="bij de markt", by=by(joost))
    return held, pair, key


def test_a_host_plans_a_round_and_gets_a_link_for_each_pair(joost, sign_in, client, city):
    sign_in(joost)
    form = client.get(reverse("signals:new_round")).content.decode()
    assert "Hoe is het om hier te wonen?" in form
    facts = {"name": "Rondje Noord", "held_on": "2030-05-01", "neighbourhood": city.noorderpoort.pk, "starters": "Hoi"}

    client.post(reverse("signals:new_round"), facts)
    held = Round.objects.get()
    page = client.post(reverse("signals:round", args=[held.pk]), {"resident": "Rita", "professional": "Pieter"})

    key = page.context["link"].rstrip("/").rsplit("/", 1)[-1]
    assert actions.find_pair(key) == Pair.objects.get()
    assert key not in str(Pair.objects.values())
    assert "Rita" in client.get(reverse("signals:round_paper", args=[held.pk])).content.decode()


def test_the_pair_writes_on_a_phone_and_takes_a_note_away(walk, client):
    _held, pair, key = walk
    page = reverse("signals:pair", args=[key])
    assert "Hoe is het hier?" in client.get(page).content.decode()

    client.post(page, {"words": HEARD})
    client.post(page, {"words": "Een vergissing"})
    client.post(page, {"away": RoundNote.objects.get(words="Een vergissing").pk})

    assert list(pair.notes.values_list("words", flat=True)) == [HEARD]


def test_several_signals_of_one_note_are_one_voice(walk, joost, sign_in, client):
    held, pair, _key = walk
    note = actions.write_note(pair, words=HEARD, by=Actor(label=f"pair:{pair.pk}"))
    other = actions.write_note(pair, words="Er is geen bankje.", by=by(joost))
    sign_in(joost)
    page = reverse("signals:together", args=[held.pk])
    assert "durft ’s avonds niet meer naar buiten" in client.get(page).content.decode()

    for sentence in ("Iemand durft ’s avonds niet naar buiten.", "Iemand mist een bankje bij de winkel."):
        client.post(page, {"note": note.pk, "sentence": sentence})
    client.post(page, {"note": other.pk, "sentence": "Er is geen bankje."})

    assert Signal.objects.filter(source="round", neighbourhood=held.neighbourhood).count() == 3
    assert Signal.objects.values("pool_token").distinct().count() == 2


def test_the_names_of_the_pair_do_not_come_along(walk, joost):
    _held, pair, _key = walk
    note = actions.write_note(pair, words=HEARD, by=by(joost))
    with pytest.raises(HoldsIdentity):
        actions.keep_signal_of_note(note, wording=Wording("Volgens rita is het donker."), by=by(joost))


def test_closing_deletes_every_note_and_ends_the_links(walk, joost, client, rows_with):
    held, pair, key = walk
    actions.write_note(pair, words="Kanariepiet mist de bus.", by=by(joost))

    actions.close_round(held, by=by(joost))

    assert not RoundNote.objects.exists()
    assert rows_with("Kanariepiet") == []
    assert client.get(reverse("signals:pair", args=[key])).status_code == 404
    with pytest.raises(RuleBroken):
        actions.write_note(pair, words="Nog iets", by=by(joost))


def test_a_new_link_ends_the_old_one(walk, joost):
    _held, pair, key = walk
    newer = actions.new_link(pair, by=by(joost))

    assert actions.find_pair(key) is None
    assert actions.find_pair(newer) == pair


def test_another_pair_or_house_does_not_touch_it(walk, joost, nils):
    held, pair, _key = walk
    other, _other_key = actions.add_pair(held, resident="Aylin", professional="Mina", by=by(joost))
    note = actions.write_note(pair, words=HEARD, by=by(joost))
    with pytest.raises(NotYours):
        actions.delete_note(note, by=Actor(label=f"pair:{other.pk}"))
    with pytest.raises(NotYours):
        actions.close_round(held, by=by(nils))


def test_who_guesses_links_is_stopped(client):
    answers = {client.get(reverse("signals:pair", args=[f"geraden-{turn}"])).status_code for turn in range(22)}
    assert answers == {404, 429}


def test_a_year_after_the_round_the_names_of_the_pairs_are_gone(walk, joost):
    held, _pair, _key = walk
    actions.close_round(held, by=by(joost))

    keeping.forget_old_pairs(on=clock.add_months(clock.today(), 13))

    assert not Pair.objects.exists()
    assert Round.objects.exists()


def test_the_screen_together_asks_the_database_few_times(walk, joost, sign_in, client, django_assert_max_num_queries):
    held, pair, _key = walk
    for turn in range(20):
        actions.write_note(pair, words=f"Gesprek {turn}: de bus komt niet meer.", by=by(joost))
    sign_in(joost)

    with django_assert_max_num_queries(12):
        client.get(reverse("signals:together", args=[held.pk]))


def test_a_round_gets_another_day_and_its_pairs_and_links_stay(walk, joost, sign_in, client):
    held, pair, key = walk
    sign_in(joost)
    page = reverse("signals:change_round", args=[held.pk])
    assert "Rondje Noord" in client.get(page).content.decode()

    client.post(page, {"name": "Rondje Zuid", "held_on": "2030-06-01", "starters": "Hoi"})

    held.refresh_from_db()
    assert (held.name, held.held_on.isoformat(), held.starters) == ("Rondje Zuid", "2030-06-01", "Hoi")
    assert held.neighbourhood is None
    assert actions.find_pair(key) == pair


def test_a_round_that_does_not_take_place_is_called_off_with_its_pairs(walk, joost, sign_in, client):
    held, _pair, key = walk
    sign_in(joost)

    client.post(reverse("signals:call_off_round", args=[held.pk]))

    assert not Round.objects.exists()
    assert not Pair.objects.exists()
    assert client.get(reverse("signals:pair", args=[key])).status_code == 404


def test_a_pair_that_does_not_go_out_is_let_go(walk, joost, sign_in, client):
    held, pair, key = walk
    sign_in(joost)
    page = reverse("signals:remove_pair", args=[pair.pk])
    assert page in client.get(reverse("signals:round", args=[held.pk])).content.decode()

    client.post(page)

    assert not held.pairs.exists()
    assert actions.find_pair(key) is None


def test_what_was_heard_is_not_thrown_away_with_a_round_or_a_pair(walk, joost, nils):
    held, pair, _key = walk
    with pytest.raises(NotYours):
        actions.call_off_round(held, by=by(nils))
    actions.write_note(pair, words=HEARD, by=by(joost))

    with pytest.raises(RuleBroken):
        actions.call_off_round(held, by=by(joost))
    with pytest.raises(RuleBroken):
        actions.remove_pair(pair, by=by(joost))
    assert RoundNote.objects.get().words == HEARD


def test_before_a_round_ends_it_says_how_many_notes_gave_no_signal(walk, joost, sign_in, client):
    held, pair, _key = walk
    told = actions.write_note(pair, words=HEARD, by=Actor(label=f"pair:{pair.pk}"))
    actions.write_note(pair, words="Overal ligt glas in het park.", by=Actor(label=f"pair:{pair.pk}"))
    actions.keep_signal_of_note(told, wording=Wording("Iemand mist een bankje bij de winkel."), by=by(joost))
    sign_in(joost)

    page = client.get(reverse("signals:close_round", args=[held.pk])).content.decode()

    assert "2 notities" in page
    assert "1 notitie gaf nog geen signaal" in page


def test_on_paper_the_pair_ticks_who_they_are(walk, joost, sign_in, client):
    held, _pair, _key = walk
    actions.add_pair(held, resident="Samira", professional="Youssef", where="", by=by(joost))
    sign_in(joost)

    page = client.get(reverse("signals:round_paper", args=[held.pk])).content.decode()

    assert "☐ Rita en Pieter" in page
    assert "☐ Samira en Youssef" in page
