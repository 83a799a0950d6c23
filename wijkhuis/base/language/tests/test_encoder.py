"""What texts mean, computed for many at once, is what the package computes for each alone."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkhuis.base.language import meaning
from wijkhuis.base.language.encoder import TEXTS, BulkEncoder

SAID = (
    "De muren komen op me af sinds mijn man er niet meer is.",
    "Kaarten op donderdag; koffie staat klaar (gratis!), ook voor wie niet kaart.",
    "Evimde yalnızım, konuşacak kimsem yok",
    "أبحث عن مكان أتعلم فيه الهولندية",
    "Де можна отримати їжу?",
    "日本語を話す人はいますか",
    "  twee   spaties,\u00a0een harde,\tx ▁ en een streepje ",
    "",
    "x",
    "0701234567 / 9.30-12.00",
    "kinderdagverblijfmedewerkersvergadering " * 12,
)


def test_many_texts_together_mean_what_each_means_alone():
    # given more texts than are computed together, of every length and in several scripts
    texts = [f"{said} {turn}" for turn in range(TEXTS // len(SAID) + 2) for said in SAID] + list(SAID)

    # when they are encoded at once
    together = meaning.encode(texts)

    # then each has the numbers that the package gives it
    alone = meaning._encoder().encode([text[: meaning.LONGEST] for text in texts])
    assert np.abs(together - alone).max() < 1e-5


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_a_text_is_taken_apart_word_by_word_as_the_package_does_it_whole(text):
    # given the package and our own reading of it
    package = meaning._encoder()

    # then both see the same pieces, whatever was typed
    assert BulkEncoder(package).pieces(text) == package._tokenizer.encode(text)
