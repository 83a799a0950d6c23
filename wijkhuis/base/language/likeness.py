"""How much texts look alike by the letters and the words they are made of; rare ones say more."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import snowballstemmer

from wijkhuis.base.language.words import fold

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer

_WORD = re.compile(r"\w+")
_STEMMER = snowballstemmer.stemmer("dutch")


def stems(text: str) -> list[str]:
    """The words of a text, folded and without the endings that Dutch gives them."""
    return [stem(word) for word in _WORD.findall(fold(text))]


# People use the same words again and again: each is looked at once.
@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A folded word without its ending."""
    found: str = _STEMMER.stemWord(word)
    return found


def letters(*, at_least: int = 1) -> "TfidfVectorizer":
    """Pieces of three to five letters within words that occur in so many texts; rows of length one."""
    # Half of all that a process loads: only where something is compared.
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(3, 5),
        sublinear_tf=True,
        preprocessor=fold,
        dtype=np.float32,
        min_df=at_least,
    )


def words(*, at_least: int = 1) -> "TfidfVectorizer":
    """Words without their endings, alone and in pairs, that occur in so many texts; rows of length one."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(
        tokenizer=stems,
        token_pattern=None,
        ngram_range=(1, 2),
        sublinear_tf=True,
        lowercase=False,
        dtype=np.float32,
        min_df=at_least,
    )
