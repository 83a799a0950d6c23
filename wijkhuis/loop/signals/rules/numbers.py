"""What may be said of how many people are behind a theme."""

from wijkhuis.base.figures import AT_LEAST

STEP = AT_LEAST


def shown(previous: int, *, now: int) -> int:
    """The number of people that may leave the group: none below five, and then it moves only by five or more.

    So nobody who looks twice, or subtracts one page from another, learns about fewer than five people.
    """
    if now < AT_LEAST:
        # Fewer than before is said as nothing at all: a step down to below five would speak of those who left.
        return 0
    if previous == 0:
        return now
    return now if abs(now - previous) >= STEP else previous
