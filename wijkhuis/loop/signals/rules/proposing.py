"""When the computer proposes what, and when it keeps quiet."""

from collections.abc import Collection, Iterable
from typing import TypeVar

Key = TypeVar("Key")

# What was declined comes back when this part of it is new.
NEW_PART = 1 / 3
# Two themes, or two waiting proposals, are one from here on (mean over all pairs).
ONE_THEME = 0.35
# Two parts of a theme are two themes below this.
TWO_THEMES = 0.06
# A sentence no longer fits below this, when it fits another theme.
STRANGE = 0.05


def may_come_back(signals: Collection[Key], *, declined: Iterable[Collection[Key]]) -> bool:
    """Whether this may be proposed: at least a third of it was in no proposal that was declined."""
    said_no = {key for one in declined for key in one}
    new = sum(key not in said_no for key in signals)
    return bool(signals) and (new == len(signals) or new / len(signals) >= NEW_PART)
