"""Time that runs: stories told side by side, each waking when its next moment has come."""

import heapq
from collections.abc import Callable, Generator
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from wijkhuis.base import clock
from wijkhuis.site.demo.actions.post import send_as_if

# A story acts, says when it wants to go on, and sleeps; what lies after the end of the timeline does not happen.
Story = Generator[datetime, None, None]
Tell = Callable[[date, int], None]


class Timeline:
    """Stories in the order of their moments, up to now."""

    def __init__(self, *, until: datetime) -> None:
        self.until = until
        self.waiting: list[tuple[datetime, int, Story]] = []
        self.told = 0

    def begin(self, story: Story, *, at: datetime) -> None:
        """Let a story begin at a moment."""
        self.told += 1
        heapq.heappush(self.waiting, (at, self.told, story))

    def run(self, *, tell: Tell) -> None:
        """Tell all stories, a month in one transaction."""
        while self.waiting and self.waiting[0][0] <= self.until:
            month = timezone.localdate(self.waiting[0][0]).replace(day=1)
            with transaction.atomic():
                count = self._tell_month(month)
                # In the same transaction: no worker ever sees them waiting.
                send_as_if()
            tell(month, count)

    def _tell_month(self, month: date) -> int:
        count = 0
        while self.waiting and self.waiting[0][0] <= self.until:
            moment, order, story = self.waiting[0]
            if timezone.localdate(moment).replace(day=1) != month:
                break
            heapq.heappop(self.waiting)
            count += 1
            with clock.pretend(moment):
                following = next(story, None)
            if following is not None:
                heapq.heappush(self.waiting, (following, order, story))
        return count


def at_work(day: date, dice: Random) -> datetime:
    """A moment in opening hours of a day."""
    return moment(day, time(9, 5)) + timedelta(minutes=dice.randrange(0, 445))


def moment(day: date, hour: time) -> datetime:
    """A day and an hour, in the time zone of the city."""
    return timezone.make_aware(datetime.combine(day, hour))


def working_days_on(days: int, dice: Random) -> datetime:
    """A moment so many working days from the moment it is; 0 is a little later the same day."""
    if days < 1:
        return clock.now() + timedelta(minutes=dice.randrange(8, 45))
    return at_work(clock.add_working_days(clock.today(), days), dice)
