"""When the computer proposes what, and when it keeps quiet."""

from collections.abc import Collection, Iterable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from wijkhuis.loop.signals.rules.belonging import FITS

Key = TypeVar("Key")

# What was declined comes back when this part of it is new.
NEW_PART = 1 / 3
# Two themes, or two waiting proposals, are one from here on (mean over all pairs).
ONE_THEME = 0.35
# Two parts of a theme are two themes below this.
TWO_THEMES = 0.06
# A sentence no longer belongs when it fits another theme, and its own not even this part of that;
STRANGE = 0.1
# or when it fits its own less than this and nothing else, while the others of its theme are alike.
STRANGE_TO_ALL = 0.02
# What waits to be taken out goes on waiting until it fits so much better.
STILL = 1.5
# Only so much of a theme may be strange, and a theme needs so many sentences to say what is; else people know better.
STRANGE_PART = 1 / 3
ENOUGH_TO_TELL = 4


def may_come_back(signals: Collection[Key], *, declined: Iterable[Collection[Key]]) -> bool:
    """Whether this may be proposed: at least a third of it was in no proposal that was declined."""
    said_no = {key for one in declined for key in one}
    new = sum(key not in said_no for key in signals)
    return bool(signals) and (new == len(signals) or new / len(signals) >= NEW_PART)


def are_strange(
    own: NDArray[np.float32],
    other: NDArray[np.float32],
    *,
    like_mean: NDArray[np.float32],
    alike: float,
    waits: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Which sentences (n) clearly no longer belong to their theme.

    `own` and `other` are how well each fits its theme and the best other one, `like_mean` how much the sentences of its
    theme are alike, `alike` from where on those are one thing, and `waits` which are proposed already.
    """
    still = np.where(waits, STILL, 1)
    elsewhere = (other >= FITS) & (own < STRANGE * still * other)
    nowhere = (other < FITS) & (own < STRANGE_TO_ALL * still) & (like_mean >= alike)
    found: NDArray[np.bool_] = elsewhere | nowhere
    return found
