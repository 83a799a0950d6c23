"""What the house does for itself by the clock."""

import asyncio
from types import SimpleNamespace

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base.upkeep import schedule


@pytest.mark.django_db(transaction=True)
def test_a_lost_job_that_waits_under_another_one_already_is_not_in_the_way_of_the_rest(monkeypatch):
    monkeypatch.setattr(schedule, "SILENT_SECONDS", -1)
    for lock in ("first", "second"):
        leave(lock)
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing'")
    again = leave("first")

    with app.replace_connector(app.connector.get_worker_connector()) as working:
        asyncio.run(pick_up(working))

    found = {job.queueing_lock: job for job in ProcrastinateJob.objects.filter(status="todo")}
    assert set(found) == {"first", "second"}
    assert found["first"].pk == again
    assert not ProcrastinateJob.objects.filter(status="doing").exists()


def leave(lock):
    return app.configure_task("upkeep.nothing", queueing_lock=lock, allow_unknown=True).defer()


async def pick_up(working):
    async with working.open_async():
        await schedule.retry_stalled_jobs(SimpleNamespace(app=working), 0)
