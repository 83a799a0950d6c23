"""Signals from the desk: one sentence, kept by a human, and nothing that leads back."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.loop.desk.actions import decline_handover, note_conversation, offer_question
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions import HoldsIdentity, Wording
from wijkhuis.loop.signals.models import Considered, Listener, Signal
from wijkhuis.loop.signals.queries.offers import AT_MOST

pytestmark = pytest.mark.django_db
LETTER = "Iemand snapt de brief van het UWV niet."


def record_of(question):
    return reverse("desk:question", args=[question.pk])


def consider(question, offer="answered"):
    return reverse("signals:consider", args=[question.pk, offer])


def test_the_record_of_an_answered_question_offers_one_sentence(ask, joost, sign_in, client):
    question = ask(
        "Goedemiddag, ik ben Aylin. Ik snap de brief van het UWV niet.", called="Aylin", way="sms", phone="0612340987"
    )
    sign_in(joost)

    page = client.get(record_of(question)).content.decode()

    assert LETTER in page
    assert 'name="listens"' in page


def test_a_question_that_is_not_answered_offers_nothing_yet(ask, joost, sign_in, client):
    question = ask("Ik snap de brief van het UWV niet.", answered=False)
    sign_in(joost)

    assert "signals/keys.js" not in client.get(record_of(question)).content.decode()


def test_one_press_keeps_it_and_it_is_not_asked_again(ask, joost, sign_in, client):
    question = ask("Ik snap de brief van het UWV niet.")
    sign_in(joost)

    answer = client.post(consider(question), {"do": "keep", "sentence": LETTER, "where": question.neighbourhood_id})

    assert answer.url == record_of(question)
    signal = Signal.objects.get()
    assert (signal.sentence, signal.source, signal.month.day) == (LETTER, "desk", 1)
    assert signal.pool_token
    assert signal.neighbourhood == question.neighbourhood
    assert not Listener.objects.exists()
    assert "signals/keys.js" not in client.get(record_of(question)).content.decode()
    with pytest.raises(RuleBroken):
        actions.keep_signal(question, wording=Wording(LETTER), by=by(joost))


def test_skipping_leaves_nothing_but_that_it_was_considered(ask, joost, sign_in, client):
    question = ask("Ik zoek mijn bril.")
    sign_in(joost)

    client.post(consider(question), {"do": "skip"})

    assert not Signal.objects.exists()
    assert Considered.objects.filter(question=question, offer="answered").exists()


@pytest.mark.parametrize(
    "sentence",
    [
        "Iemand die Aylin heet snapt de brief niet.",
        "Iemand is te bellen op 06 1234 0987 over een brief.",
        "Iemand snapt de brief niet, mail naar aylin@voorbeeld.nl.",
    ],
)
def test_a_sentence_that_still_says_who_it_is_comes_back(ask, joost, sign_in, client, sentence):
    question = ask("Ik snap de brief niet.", called="Aylin", way="sms", phone="0612340987")
    sign_in(joost)

    answer = client.post(consider(question), {"do": "keep", "sentence": sentence})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Signal.objects.exists()
    assert not Considered.objects.exists()


def test_what_is_no_person_can_be_confirmed_but_never_what_is_known_of_the_person(ask, joost):
    question = ask("De lantaarn is kapot.", called="Kanariepiet")
    words = "Op het Willem Drees plein is de lantaarn kapot."
    with pytest.raises(HoldsIdentity) as holds:
        actions.keep_signal(question, wording=Wording(words), by=by(joost))
    found = [one.words for one in holds.value.found]
    hers = Wording("Bij Kanariepiet is het donker.", confirmed=["Kanariepiet"])
    with pytest.raises(HoldsIdentity):
        actions.keep_signal(question, wording=hers, by=by(joost))

    actions.keep_signal(question, wording=Wording(words, confirmed=found), by=by(joost))

    assert Signal.objects.get().sentence == words


def test_a_citizen_service_number_is_never_kept(ask, joost):
    question = ask("Ik snap de brief niet.")
    with pytest.raises(RuleBroken):
        actions.keep_signal(question, wording=Wording("Iemand met 111222333 snapt het niet."), by=by(joost))


def test_only_who_works_on_the_question_decides(ask, mina, nils, pieter):
    question = ask("Ik snap de brief niet.")
    for other in (mina, nils, pieter):
        with pytest.raises(NotYours):
            actions.keep_signal(question, wording=Wording(LETTER), by=by(other))


def test_who_wants_to_hear_is_kept_only_at_their_wish_and_can_take_it_back(ask, joost, client):
    question = ask("Ik snap de brief niet.", called="Aylin", way="sms", phone="0612340987")
    silent = ask("Ik snap de brief niet.", called="Bert", way="none")
    actions.keep_signal(question, wording=Wording(LETTER), listens=True, by=by(joost))
    actions.keep_signal(silent, wording=Wording(LETTER), listens=True, by=by(joost))
    assert list(Listener.objects.values_list("question", flat=True)) == [question.pk]
    mine = reverse("desk:mine", args=[question.link_token])
    assert "U hoort wat ervan komt" in client.get(mine).content.decode()

    client.post(reverse("signals:stop_listening", args=[question.link_token]))

    assert not Listener.objects.exists()
    assert "U hoort wat ervan komt" not in client.get(mine).content.decode()
    with pytest.raises(NotYours):
        actions.stop_listening(silent, by=Actor(label="iemand"))
    actions.stop_listening(silent, by=Actor(label=RESIDENT.label))


def test_the_journal_speaks_of_the_house_only_and_the_same_for_keeping_and_skipping(ask, joost, house):
    kept, skipped = ask("Ik snap de brief niet."), ask("Ik zoek mijn bril.")
    before = set(JournalLine.objects.values_list("pk", flat=True))
    actions.keep_signal(kept, wording=Wording(LETTER), by=by(joost))
    actions.skip_signal(skipped, by=by(joost))

    lines = JournalLine.objects.exclude(pk__in=before)

    assert set(lines.values_list("action", "about_kind", "about_id")) == {
        ("signals.offer_considered", "house", house.pk)
    }


def test_the_record_needs_few_queries_for_it(ask, joost, sign_in, client, django_assert_max_num_queries):
    question = ask("Ik snap de brief van het UWV niet.", called="Aylin")
    sign_in(joost)
    client.get(record_of(question))

    with django_assert_max_num_queries(16):
        client.get(record_of(question))


def test_what_a_partner_declined_stands_among_what_was_not_there(ask, joost, corporation, fatma, sign_in, client):
    for number in range(AT_MOST):
        question = ask(f"Ik zoek iets van soort {number}.", answered=False)
        note_conversation(question, missing=f"iets van soort {number}", by=by(joost))
    bed = ask("Ik zoek een bed.", answered=False)
    asked = offer_question(bed, partnership=corporation, professional=fatma, by=by(joost)).handover
    decline_handover(asked, reason="Wij hebben geen bedden meer.", by=Actor(label=f"partner:{asked.pk}"))
    sign_in(joost)

    page = client.get(reverse("signals:offers")).content.decode()

    assert page.index("geen bedden meer") < page.index(f"iets van soort {AT_MOST - 1}")
