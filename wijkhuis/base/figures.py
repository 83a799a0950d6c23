"""Small numbers stay home: a statistic never speaks of fewer than five people, nor lets anybody work it out."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

AT_LEAST = 5
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Table(Generic[Key]):
    """Counts that may be shown; None stands for a number that stays home."""

    cells: dict[Key, int | None]
    total: int | None


def showable(counts: Mapping[Key, int]) -> Table[Key]:
    """Hide counts from one to four, and as many more as it takes that nobody finds them by subtraction.

    Source: wishes 19 and 20 (complementary suppression). What is hidden adds up to five or more over two cells or
    more; when that cannot be reached, the total is hidden too.
    """
    hidden = {key for key, count in counts.items() if 0 < count < AT_LEAST}
    candidates = sorted((key for key in counts if counts[key] >= AT_LEAST), key=lambda key: counts[key])
    while hidden and not _is_safe(counts, hidden) and candidates:
        hidden.add(candidates.pop(0))
    total = sum(counts.values())
    safe_total = total if (not hidden or _is_safe(counts, hidden)) and (total == 0 or total >= AT_LEAST) else None
    return Table({key: None if key in hidden else count for key, count in counts.items()}, safe_total)


def _is_safe(counts: Mapping[Key, int], hidden: set[Key]) -> bool:
    return len(hidden) >= 2 and sum(counts[key] for key in hidden) >= AT_LEAST
