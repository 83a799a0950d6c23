"""The sentence proposed for a signal: in the third person, short, and rather quoted than wrong."""

import pytest

from wijkhuis.loop.signals.rules import clauses, sentence, topics
from wijkhuis.loop.signals.rules.identity import hidden
from wijkhuis.loop.signals.tests.asked import ASKED


@pytest.mark.parametrize(("words", "said"), ASKED)
def test_what_is_asked_becomes_a_sentence_about_somebody(words, said):
    assert sentence.propose(words) == said


@pytest.mark.parametrize(
    "words",
    [
        "Ik kreeg een brief over een herkeuring en snap er niets van, mijn naam is Fatma Yilmaz",
        "Mijn naam is Fatma Yilmaz en ik kreeg een brief over een herkeuring en snap er niets van.",
        "Ik kreeg een brief over een herkeuring en snap er niets van, ik heet Fatma",
    ],
)
def test_how_somebody_says_who_they_are_is_no_part_of_it(words):
    assert sentence.propose(hidden(words)) == "Iemand kreeg een brief over een herkeuring en snapt er niets van."


def test_what_somebody_is_called_is_never_the_sentence():
    words = "Mevrouw zei dat de bus niet meer stopt bij de markt, ze komt niet meer bij haar zus. Ze heet Annie."

    assert "heet" not in sentence.propose(hidden(words))
    assert "bus" in sentence.propose(hidden(words))


def test_no_sentence_speaks_as_the_person_self_unless_it_is_quoted():
    for words, _said in ASKED:
        made = sentence.propose(words)
        assert made.startswith(sentence.QUOTES) or not clauses.speaks_of_self(made)
        assert len(made) <= 140


def test_of_eighty_questions_few_must_be_quoted():
    quoted = [words for words, said in ASKED if said.startswith(sentence.QUOTES)]
    assert len(quoted) <= 8


def test_topic_words_are_things_not_people():
    assert topics.topics_of("Iemand snapt de brief van het UWV niet.") == ["brief", "UWV"]
    assert topics.typed_topics("bus, halte;  bus , ") == ["bus", "halte"]
