"""The sentence of the library for words of which no sentence can be made by rules, in any language.

Only by meaning, which takes two megabytes in a process: what the nightly proposals learned is far larger.
"""

from functools import cache
from pathlib import Path

import numpy as np

from wijkhuis.base.language import meaning
from wijkhuis.base.language.kept import kept_folder, where_kept
from wijkhuis.loop.signals.queries import profiles
from wijkhuis.loop.signals.rules import library, profile
from wijkhuis.loop.signals.rules.profile import Numbers

KEPT = "theme-sentences"
# From which share on a theme is recognised: words in plain Dutch can be quoted instead, so there it must be surer.
SURE, SURE_ENOUGH = 0.95, 0.7


def library_sentence(words: str, *, can_be_quoted: bool) -> str:
    """The sentence of the theme these words surely belong to; "" when none is, or when nothing was learned yet."""
    ready = where_kept(KEPT, edition=profiles.edition())
    if not ready.exists() or not words.strip():
        return ""
    columns, offsets = _columns(ready)
    shares = profile.shares(meaning.encode([words]) @ columns + offsets, sharp=profile.SHARP_MEANING)[0]
    best = int(shares.argmax())
    sure = shares[best] >= (SURE if can_be_quoted else SURE_ENOUGH)
    return library.known_themes()[best].signal if sure else ""


def learn_sentences() -> None:
    """Keep the part that recognises by meaning apart; takes minutes the first time, so only by night."""
    kept_folder(KEPT, edition=profiles.edition(), prepare=_keep)
    _columns.cache_clear()


def _keep(folder: Path) -> None:
    learned = profiles.learned()
    np.save(folder / "columns.npy", learned.meaning[:, learned.topics :])
    np.save(folder / "offsets.npy", learned.meaning_offsets[learned.topics :])


@cache
def _columns(ready: Path) -> tuple[Numbers, Numbers]:
    return np.load(ready / "columns.npy"), np.load(ready / "offsets.npy")
