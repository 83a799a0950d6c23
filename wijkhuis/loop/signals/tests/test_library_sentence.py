"""The sentence of the library for somebody: only when it is surely theirs, and surer where words can be quoted."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from wijkhuis.base.language import kept
from wijkhuis.loop.signals.queries import library
from wijkhuis.loop.signals.queries.recognising import without_who
from wijkhuis.loop.signals.rules.library import theme_known_as

QUESTIONS = Path(__file__).resolve().parents[4] / "benchmarks" / "themes" / "questions.jsonl"
DARK, BUS = theme_known_as("street-lighting").signal, "Iemand kan niet meer met de bus weg uit de buurt."


@pytest.fixture(scope="module", autouse=True)
def learned():
    library.learn_sentences()


@pytest.mark.parametrize(
    ("words", "where_quoted", "where_not"),
    [
        ("de straatverlichting is kapot", DARK, DARK),
        ("otobüs durağı kaldırıldı", "", BUS),
        ("wat eten we vandaag", "", ""),
        ("  ", "", ""),
    ],
)
def test_words_that_can_be_quoted_must_be_recognised_more_surely(words, where_quoted, where_not):
    assert library.library_sentence(words, can_be_quoted=True) == where_quoted
    assert library.library_sentence(words, can_be_quoted=False) == where_not


def test_from_which_share_on_a_theme_is_recognised(monkeypatch):
    assert library.SURE > library.SURE_ENOUGH > 0.5
    monkeypatch.setattr(library, "SURE", 1.01)
    monkeypatch.setattr(library, "SURE_ENOUGH", 0.0)

    assert library.library_sentence("de straatverlichting is kapot", can_be_quoted=True) == ""
    assert library.library_sentence("wat eten we vandaag", can_be_quoted=False)


def test_of_what_belongs_to_no_theme_few_get_a_sentence_and_the_others_mostly_one_of_theirs():
    asked = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]

    said = [library.library_sentence(without_who(one["text"]), can_be_quoted=True) for one in asked]

    by_theme = defaultdict(Counter)
    for one, sentence in zip(asked, said, strict=True):
        by_theme[one["theme"]].update([sentence] if sentence else [])
    alone = [theme for theme in by_theme if theme.startswith("_single")]
    counts = [by_theme[theme] for theme in by_theme if theme not in alone and by_theme[theme]]
    assert sum(by_theme[theme].total() for theme in alone) <= 0.22 * len(alone)
    assert sum(count.most_common(1)[0][1] for count in counts) >= 0.65 * sum(count.total() for count in counts)


def test_nothing_is_said_before_anything_was_learned(monkeypatch, tmp_path, settings):
    settings.HUIS_HOME = tmp_path

    assert not kept.where_kept(library.KEPT, edition="any").exists()
    assert library.library_sentence("de straatverlichting is kapot", can_be_quoted=False) == ""
