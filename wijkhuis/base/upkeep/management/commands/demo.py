import os
import signal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from django.shortcuts import resolve_url
from django.utils.translation.reloader import translation_file_changed

from wijkhuis.base.upkeep import household


class Command(BaseCommand):
    help = "Start the whole house with an invented neighbourhood"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--small", action="store_true", help="a few weeks instead of a year; opens in seconds")

    def handle(self, *args: Any, small: bool = False, **options: Any) -> None:
        port = settings.HUIS_PORT
        address = f"http://localhost:{port}/"
        household.end_politely_on(signal.SIGTERM, signal.SIGHUP)
        try:
            with household.only_one(settings.HUIS_HOME / "demo.lock", address=address):
                household.claim_port(port)
                self.prepare(small=small)
                self.open_house(port, address)
        except household.HouseholdTrouble as trouble:
            raise CommandError(str(trouble)) from trouble
        except KeyboardInterrupt:
            self.say("the house is closed")

    def prepare(self, *, small: bool) -> None:
        """Everything a page needs: style sheets, words, tables, people."""
        self.say("style sheets and fonts")
        call_command("assets", verbosity=0)
        self.say("translations")
        call_command("messages", compile=True, verbosity=0)
        # Words were looked up before they were compiled: forget them, or what this process writes is English.
        translation_file_changed(sender=None, file_path=Path("django.mo"))
        self.say("database")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        self.say("static files")
        call_command("collectstatic", verbosity=0, interactive=False)
        if "demo_data" in get_commands():
            self.say("an invented neighbourhood")
            call_command("demo_data", small=small)
        connections.close_all()

    def open_house(self, port: int, address: str) -> None:
        """Run the web server and the worker until somebody says stop."""
        web = ["-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
        web += ["--workers", os.environ.get("HUIS_WEB", "2"), "--threads", "4", "--no-control-socket"]
        web += ["--log-level", "warning", "--graceful-timeout", "10"]
        commands = {"web server": web, "worker": [str(settings.BASE_DIR / "manage.py"), "work"]}
        with household.together(commands) as running:
            household.wait_for_page(address.rstrip("/") + resolve_url(settings.LOGIN_URL), running)
            self.say(f"ready: {address} (Ctrl-C closes the house)")
            household.wait_for_the_end(running)

    def say(self, sentence: str) -> None:
        self.stdout.write(f"[huis] {sentence}")
        self.stdout.flush()
