"""Where and when at least five people spoke up: said with a mark or not at all, so that no number can be found.

Why marks and not numbers. A total is known (`Theme.people_shown`). Numbers beside it, rounded or with some left out,
give a small number away as soon as the rest is subtracted from the total, or yesterday's page from today's. A mark
says "five or more" and never how many more, so a marked part may always account for everybody, and a part without a
mark may be empty, for all anybody knows. One thing is left: when no part is marked, none can hold more than four. So
a table is there only when the people are too many for that (`fits`), which depends on the total alone.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import TypeVar

from wijkhuis.base.figures import AT_LEAST

Part = TypeVar("Part", bound=Hashable)
# A total may be so much older than the counts: it moves by five or more (rules/numbers.py).
BEHIND = AT_LEAST - 1
MOST_QUARTERS = 8


def fits(people: int) -> int:
    """In how many parts people may be laid out: with one part more, every part could be known to be small."""
    return max(0, (people - BEHIND - 1) // (AT_LEAST - 1)) if people >= AT_LEAST else 0


def marked(counts: Mapping[Part, int], *, people: int) -> dict[Part, bool] | None:
    """Which parts hold five people or more; None when they may not be laid out in so many parts.

    `counts` holds different people per part, and somebody may count in more than one; `people` is what is shown of all.
    """
    if not counts or len(counts) > fits(people):
        return None
    return {part: count >= AT_LEAST for part, count in counts.items()}


def quarter_of(day: date) -> date:
    """The first day of the quarter in which a day lies."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters_shown(*, since: date, today: date, people: int) -> list[date]:
    """The last quarters that are over, as many as may be told apart; the one that runs is never among them.

    Quarters are never taken together: what was said of a whole could be compared with its parts later.
    """
    quarters: list[date] = []
    one = quarter_of(today)
    while len(quarters) < min(MOST_QUARTERS, fits(people)):
        one = _quarter_before(one)
        if one < quarter_of(since):
            break
        quarters.append(one)
    return quarters[::-1]


def _quarter_before(start: date) -> date:
    return date(start.year - 1, 10, 1) if start.month == 1 else date(start.year, start.month - 3, 1)
