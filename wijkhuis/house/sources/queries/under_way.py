"""Whether somebody is really reading."""

from datetime import timedelta

from django.db.models import Q
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base import clock
from wijkhuis.house.sources.models import Reading

# A worker says every ten seconds that it lives.
WORKER_IS_SILENT = timedelta(seconds=120)


def is_under_way(reading: Reading) -> bool:
    """Whether a worker that lives is reading this, or it still waits for one; one query."""
    lives = Q(status="doing", worker__last_heartbeat__gte=clock.now() - WORKER_IS_SILENT)
    jobs = ProcrastinateJob.objects.filter(task_name="sources.read_one", args__reading_id=reading.pk)
    return bool(jobs.filter(Q(status="todo") | lives).exists())
