"""Somebody sends words that are made to keep the house busy: a page that reads them is there within a breath."""

from time import process_time

import pytest

from wijkhuis.base.language.identity import find_identity, without_identity
from wijkhuis.base.language.reach import holds_reach

# As long as a question may be.
LONGEST = 10_000
BITS = [
    "a",
    "a'",
    "a.",
    "A ",
    "V.d. ",
    "Aa ",
    "a-",
    "1",
    "1-",
    "NL00",
    "a@",
    "x@x ",
    "De Zee ",
    "geb ",
    "ا",
    "[at] ",
    ".",
]


@pytest.mark.parametrize("ending", ["", " x@y.nl"])
@pytest.mark.parametrize("bit", BITS)
def test_the_same_bit_again_and_again_is_read_in_seconds(bit, ending):
    find_identity("Mijn naam is Jan.")
    words = (bit * LONGEST)[:LONGEST] + ending

    before = process_time()
    find_identity(words, known=["Jan", "0612345678"])

    assert process_time() - before < 4


def test_looking_for_an_address_in_a_long_word_takes_no_time():
    before = process_time()
    for _text in range(20):
        holds_reach("a" * LONGEST, phone="0612345678", email="jan@post.test")

    assert process_time() - before < 4


def test_an_address_and_a_street_are_still_found_between_long_words():
    words = f"{'a' * 3000} mail naar jan.jansen@post.test of kom naar Kerkstraat 12. {'b' * 3000}"

    said = without_identity(words)

    assert "jan.jansen" not in said
    assert "Kerkstraat 12" not in said
