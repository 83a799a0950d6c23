"""What the public pages show of a house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

from wijkhuis.base.ui.dates import time_words
from wijkhuis.house.directory.queries import search_entries
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.queries import Present, here_on

FIRST_ANSWERS = 5
ALL_ANSWERS = 25
# A worker tells every ten seconds that it is alive.
WORKER_IS_SILENT = timedelta(seconds=90)


@dataclass(frozen=True)
class Face:
    """Somebody who is in the house on a day: who, from when until when (empty when they did not say)."""

    who: str
    starts: str
    until: str
    is_here_now: bool


def faces_on(house: House, *, on: date, at: datetime) -> list[Face]:
    """Who is in the house on this day, with first name and function only."""
    clock = timezone.localtime(at).time()
    return [_face(present, clock) for present in here_on(house, on=on)]


def _face(present: Present, clock: time) -> Face:
    who = present.professional.introduction
    if present.starts_at is None or present.ends_at is None:
        return Face(who, "", "", is_here_now=False)
    is_here = present.starts_at <= clock < present.ends_at
    return Face(who, time_words(present.starts_at), time_words(present.ends_at), is_here_now=is_here)


def what_is_there(text: str, *, house: House, limit: int = FIRST_ANSWERS) -> Sequence[Any]:
    """What fits these words in the neighbourhood, published entries only, each with one line why."""
    return search_entries(text, house=house, limit=limit)


def worker_is_seen(*, at: datetime) -> bool:
    """Whether a worker gave a sign of life just now."""
    return bool(ProcrastinateWorker.objects.filter(last_heartbeat__gte=at - WORKER_IS_SILENT).exists())
