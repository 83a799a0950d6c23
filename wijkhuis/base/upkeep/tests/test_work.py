import pytest
from django.core.management import call_command
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base.upkeep.schedule import retry_stalled_jobs

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def done():
    """A job that only remembers that it was done."""
    done = []

    @app.task(name="upkeep.tests.remember")
    def remember(number):
        done.append(number)

    yield done
    app.tasks.pop("upkeep.tests.remember")


def test_work_left_for_later_is_done_once(done):
    app.tasks["upkeep.tests.remember"].defer(number=3)

    call_command("work", once=True)
    call_command("work", once=True)

    assert done == [3]


def test_the_work_of_a_worker_that_was_killed_is_picked_up(done):
    app.tasks["upkeep.tests.remember"].defer(number=7)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 hour') returning id"
        )
        cursor.execute("update procrastinate_jobs set status = 'doing', worker_id = %s", cursor.fetchone())

    retry_stalled_jobs.defer(timestamp=0)
    call_command("work", once=True)
    call_command("work", once=True)

    assert done == [7]
    assert not ProcrastinateJob.objects.filter(status="doing").exists()
