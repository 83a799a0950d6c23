"""From what people ask to what the neighbourhood may know: signals from desk and street, and nobody in them."""

import pytest
from django.core.management import call_command

from wijkhuis.base.journal.models import JournalLine
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Listener, Round, RoundNote, Signal

ASKED = [
    "De bus komt hier niet meer en ik kom nergens meer.",
    "Ik kan niet meer met de bus naar het ziekenhuis.",
    "Mijn moeder kan niet meer met de bus naar de markt.",
    "Ik mis de bus naar de markt.",
    "Er rijdt geen bus meer op zondag.",
    "Ik kan niet ver lopen en de bushalte is weg.",
    "Hoe kom ik bij het ziekenhuis zonder bus?",
]


@pytest.mark.django_db(transaction=True)
def test_fourteen_walk_ins_keep_fourteen_signals_and_one_person_leaves_no_trace(
    house, joost, entries, at_screen, visitor, rows_with
):
    # Given: fourteen people ask about the bus; one of them is Kanariepiet, who wants to hear what comes of it.
    desk = at_screen(joost)
    for turn in range(14):
        who = {"called": "Kanariepiet", "way": "email", "email": "kanariepiet@post.example"} if turn == 0 else {}
        words = f"Ik ben Kanariepiet. {ASKED[0]}" if turn == 0 else ASKED[turn % len(ASKED)]
        desk.open("/balie/").press("Save the question", words=words, **who)
        question = Question.objects.latest("pk")
        number = f"/vragen/{question.pk}/"
        desk.open(f"{number}beantwoord/").press("Yes, it is answered", enough_rung="self")

        # When: Joost presses one button under the sentence that stands there.
        desk.open(number)
        extra = {"listens": "on"} if turn == 0 else {}
        assert desk.says("A signal for the neighbourhood?"), (turn, desk.page.text)
        desk.press("do=keep", **extra)

    # Then: fourteen sentences, and the journal knows the house only.
    assert Signal.objects.count() == 14
    assert {signal.month.day for signal in Signal.objects.all()} == {1}
    assert "signals_signal" not in rows_with("Kanariepiet")
    kept = JournalLine.objects.filter(action="signals.offer_considered")
    assert set(kept.values_list("about_kind", "about_id")) == {("house", house.pk)}

    # And: Kanariepiet reads that they hear of it, and goes; nothing is left but the sentence.
    piet = Question.objects.earliest("pk")
    visitor.open(f"/mijn/{piet.link_token}/")
    assert visitor.says("You hear what comes of it")
    call_command("forget", "--email", "kanariepiet@post.example", "--yes")
    assert rows_with("Kanariepiet") == []
    assert not Listener.objects.exists()
    assert Signal.objects.count() == 14


@pytest.mark.django_db(transaction=True)
def test_a_round_on_the_street_becomes_signals_and_the_notes_are_gone(house, joost, at_screen, visitor, rows_with):
    # Given: Joost plans a round and Rita and Pieter get a link for their phone.
    table = at_screen(joost).open("/signalen/rondes/nieuw/")
    table.press("Plan a round", name="Rondje Noord", held_on="2030-05-01")
    table.press("Add a pair", resident="Rita", professional="Pieter")
    link = next(url for url, _words in table.page.links if "/ronde/" in url)

    # When: they write down two conversations, and at the table a sentence is taken from each.
    phone = visitor.open(link)
    phone.press("Write this down", words="Kanariepiet durft 's avonds niet meer naar buiten.")
    phone.press("Write this down", words="Ik mis een bankje bij de winkel.")
    number = Round.objects.get().pk
    sentences = ["Iemand durft 's avonds niet naar buiten.", "Iemand mist een bankje."]
    for note, sentence in zip(RoundNote.objects.all(), sentences, strict=True):
        table.open(f"/signalen/rondes/{number}/samen/").press("Keep the signal", note=str(note.pk), sentence=sentence)

    # Then: closing it deletes every note, and the link leads nowhere.
    table.open(f"/signalen/rondes/{number}/sluiten/").press("Yes, end it and delete the notes")
    assert Signal.objects.filter(source="round").count() == 2
    assert rows_with("Kanariepiet") == []
    assert not RoundNote.objects.exists()
    assert phone.open(link).status == 404
