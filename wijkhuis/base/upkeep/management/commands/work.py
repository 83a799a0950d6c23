from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.module_loading import autodiscover_modules
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector


class Command(BaseCommand):
    help = "Do the work that was left for later: messages, reminders, tidying up"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop when there is nothing left to do")
        parser.add_argument("--at-once", type=int, default=1, help="how many jobs at the same time")

    def handle(self, *args: Any, **options: Any) -> None:
        # A worker knows the jobs of every room; other processes meet them when they need them.
        autodiscover_modules("jobs", "schedule")
        connector = app.connector
        # With --once inside a test, somebody else may have put a connector in place already.
        worker = connector.get_worker_connector() if isinstance(connector, DjangoConnector) else connector
        with app.replace_connector(worker) as working:
            working.run_worker(
                concurrency=options["at_once"],
                wait=not options["once"],
                listen_notify=not options["once"],
                # A job gets time to finish when the house closes; after that another worker picks it up.
                shutdown_graceful_timeout=20,
                update_heartbeat_interval=10,
                stalled_worker_timeout=60,
                delete_jobs="successful",
            )
