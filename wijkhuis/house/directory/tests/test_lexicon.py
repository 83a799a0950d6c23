"""The lexicon: whole, in every language, and good enough to recognise what it was not told."""

import re
from collections import Counter

import pytest

from wijkhuis.house.directory.queries import topics_asked
from wijkhuis.house.directory.rules.lexicon import FOLDER, SPOKEN, topics

HEADINGS = {"name", "english", "formal", "like", *SPOKEN}


def test_every_topic_is_told_in_every_language():
    import tomllib

    wrong = []
    for path in FOLDER.glob("*.toml"):
        for key, lines in tomllib.loads(path.read_text("utf-8")).items():
            if set(lines) != HEADINGS or not re.fullmatch(r"[a-z][a-z-]{2,58}", key):
                wrong.append(f"{path.name}: {key}")
            wrong += [f"{key}: {name} is empty" for name, text in lines.items() if not text.strip()]
    assert wrong == []


def test_no_heading_stands_in_two_files():
    assert [key for key, count in Counter(topic.key for topic in topics()).items() if count > 1] == []


def test_a_line_is_short_and_holds_nobody():
    lines = [line for topic in topics() for line in (*topic.said, *topic.formal)]

    assert len(lines) > 15_000
    assert [line for line in lines if len(line) > 200 or "\t" in line] == []
    # No e-mail address and no long number: these are things people say, not things people are.
    assert [line for line in lines if re.search(r"\w@\w", line) or re.search(r"\d{7}", line)] == []


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("ik snap geen snars van die blauwe enveloppen", "brieven-en-formulieren"),
        ("ik kan mijn rekeningen niet betalen", "schulden"),
        ("mijn fietsketting ligt er weer af", "fiets-repareren"),
        ("wie gaat er mee een blokje om", "wandelen"),
        ("schimmel op de muur van de slaapkamer", "reparatie-schimmel-vocht"),
        ("we are two months behind with the rent", "huurachterstand-uitzetting"),
        ("yaşlı Türkler nerede buluşuyor", "culturele-ouderengroep"),
        ("chcę się uczyć holenderskiego", "nederlands-leren"),
    ],
)
def test_what_the_lexicon_was_not_told_is_recognised_too(said, topic):
    assert topic in topics_asked(said)
