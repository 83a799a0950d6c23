"""What says who somebody is goes out of a sentence; everything else stays."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wijkhuis.base.language.identity import MARKERS, Kind, find_identity, without_identity
from wijkhuis.base.language.identity.learning.learn import learned_weights
from wijkhuis.base.language.tests.samples import covered, missed, neutral, samples
from wijkhuis.base.language.words import fold

WORDS = st.sampled_from(
    "mijn dochter Yara roos Wil belt 0612345678 mevrouw van de Wit, Sluisweg 14 geb. 7-5-1962 (bsn 123456782) groetjes "
    "Mark vraagt . 't el NL91ABNA0417164300 jan@voorbeeld.nl op nummer AB-123-C İ ǆ اسمي فاطمة".split()
)
SENTENCES = st.lists(WORDS, max_size=12).map(" ".join)
ANYTHING = st.one_of(st.text(max_size=80), SENTENCES, st.text(alphabet="aA.0 @-'\n\u0307İß٠", max_size=40))


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.text)
def test_what_says_who_somebody_is_is_found(sample):
    found = find_identity(sample.text)
    parts = [covered(expected, sample.text, found) for expected in sample.expected]
    assert min(parts) >= 0.8
    assert all(any(span.meets(expected) for expected in sample.expected) for span in found)


@pytest.mark.parametrize("sample", missed(), ids=lambda sample: sample.text)
def test_what_is_called_missed_is_still_missed(sample):
    found = find_identity(sample.text)
    assert min(covered(expected, sample.text, found) for expected in sample.expected) < 0.8


@pytest.mark.parametrize("sentence", neutral())
def test_a_sentence_about_nobody_stays_as_it_is(sentence):
    assert without_identity(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "neutral_sentence"),
    [
        (
            "Dhr. Bram Kuiper belt (0611223344): flesvoeding is duur",
            "Iemand belt ([telefoonnummer]): flesvoeding is duur",
        ),
        ("Mijn dochter Yara wordt gepest", "Mijn dochter wordt gepest"),
        ("Mw. Gerrie Wolf, Sluisweg 14, snapt de brief niet", "Iemand, [adres], snapt de brief niet"),
        ("ik was bij dokter Bakker", "ik was bij dokter"),
        ("kan jan de vries mij bellen", "kan iemand mij bellen"),
        ("mail naar fatma@voorbeeld.nl", "mail naar [e-mailadres]"),
    ],
)
def test_the_sentence_still_reads(sentence, neutral_sentence):
    assert without_identity(sentence) == neutral_sentence


def test_what_the_house_knows_is_found_however_it_is_written():
    known = ["Ng Blüm", "06-12345678", "Zandpad", "Mei Roos"]
    text = "NG BLUM belde (bel 06 1234 5678 of +31612345678) over het zandpad; ook ng  blüm zelf, en Roos"
    neutral_text = without_identity(text, known=known)
    assert not [part for part in ("blum", "blüm", "1234", "zandpad", "roos") if part in neutral_text.lower()]


def test_a_short_known_name_is_not_looked_for_inside_words():
    assert without_identity("in januari is het janboel", known=["Jan"]) == "in januari is het janboel"


def test_what_marks_a_name_can_be_learned_again(tmp_path):
    source = tmp_path / "theme.toml"
    source.write_text('[a]\nnl = """\nmijn moeder valt steeds\nde lift is stuk\n"""\nen = "the lift is broken"\n')
    weights = learned_weights(300, sources=[source])
    assert weights == learned_weights(300, sources=[source])
    assert len(weights) > 100


@given(ANYTHING)
@example("İstanbul'da Fatma Yıldız 06-12345678 ß")
@example("ǆ groetjes e\u0301mile 0612345678")
def test_places_lie_within_the_text_and_never_overlap(text):
    spans = find_identity(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(st.text(alphabet="xyz \u0307İß👍\n", max_size=20))
def test_places_are_right_whatever_stands_before(before):
    text = f"{before}\nbel 0612345678"
    assert "0612345678" in [text[span.start : span.end] for span in find_identity(text) if span.type == Kind.PHONE]


@given(ANYTHING)
def test_a_neutral_text_stays_as_it_is(text):
    once = without_identity(text)
    assert without_identity(once) == once


@given(
    st.text(st.characters(categories=("Lu", "Ll", "Lo"), exclude_characters="\u0345"), min_size=6, max_size=12),
    SENTENCES,
    SENTENCES,
)
def test_every_known_name_goes(name, before, after):
    neutral_text = without_identity(f"{before} {name} {after}", known=[name])
    if not any(fold(name) in fold(marker) for marker in MARKERS.values()):
        assert fold(name) not in fold(neutral_text)
