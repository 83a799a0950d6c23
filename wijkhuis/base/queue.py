"""Leaving work for later, in the same transaction as what it belongs to; for messages and for everything else."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import JobDeferrer
from procrastinate.manager import JobManager
from procrastinate.tasks import Task


def leave_work(
    task: Task[Any, Any, Any], *, at: datetime | None = None, once: str | None = None, **ids: int | None
) -> None:
    """Put a task in the queue; it is there when the transaction commits, and never was when it rolls back.

    Inside a worker the task's own defer() uses another connection and would run before the commit.
    """
    _defer(task.configure(schedule_at=at, queueing_lock=once), **ids)


def leave_work_named(name: str, *, once: str | None = None, **ids: int | None) -> None:
    """The same for a task that only the worker knows, because it stands above who leaves the work."""
    _defer(app.configure_task(name, queueing_lock=once), **ids)


def _defer(deferrer: JobDeferrer, **ids: int | None) -> None:
    # What is asked once waits already: asking twice is asking once.
    with suppress(AlreadyEnqueued), transaction.atomic():
        JobDeferrer(job_manager=JobManager(DjangoConnector()), job=deferrer.job).defer(**ids)
