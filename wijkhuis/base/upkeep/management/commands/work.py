import time
from typing import Any, cast

from django.core.management.base import BaseCommand, CommandParser
from django.utils.module_loading import autodiscover_modules
from procrastinate import PsycopgConnector
from procrastinate.connector import BaseAsyncConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from psycopg import OperationalError

# How long a worker waits for the database before it gives up this turn, and before it begins the next.
PATIENCE_SECONDS = 5
REST_SECONDS = 2


class Command(BaseCommand):
    help = "Do the work that was left for later: messages, reminders, tidying up"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop when there is nothing left to do")
        parser.add_argument("--at-once", type=int, default=1, help="how many jobs at the same time")

    def handle(self, *args: Any, once: bool, at_once: int, **options: Any) -> None:
        # A worker knows the jobs of every room; other processes meet them when they need them.
        autodiscover_modules("jobs", "schedule")
        while True:
            try:
                self.work(once=once, at_once=at_once)
            except (ConnectorException, OperationalError):
                if once:
                    raise
                # Jobs lie in the database: when it is back, so is the work. A new worker begins with new connections.
                self.stderr.write("The database does not answer. The worker tries again.")
                time.sleep(REST_SECONDS)
            else:
                return

    def work(self, *, once: bool, at_once: int) -> None:
        """One worker, until it is asked to stop or loses the database."""
        with app.replace_connector(connector()) as working:
            working.run_worker(
                concurrency=at_once,
                wait=not once,
                listen_notify=not once,
                # A job gets time to finish when the house closes; after that another worker picks it up.
                shutdown_graceful_timeout=20,
                update_heartbeat_interval=10,
                stalled_worker_timeout=60,
                delete_jobs="successful",
            )


def connector() -> BaseAsyncConnector:
    """A connector for a worker that gives up soon; inside a test somebody may have put one in place already."""
    if not isinstance(app.connector, DjangoConnector):
        return cast(BaseAsyncConnector, app.connector)
    return PsycopgConnector(kwargs=connector_params("default"), timeout=PATIENCE_SECONDS)
