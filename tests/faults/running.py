"""A whole house in processes of its own: a database, a web server and a worker, to break and to mend."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import httpx
from django.db import connection, connections

from config import embedded
from tests.database import alone
from tests.waiting import wait_until


class RunningHouse:
    """Everything runs on a copy of the database of the test."""

    def __init__(self, folder):
        self.folder = folder
        self.server = embedded.Server(folder / "pg")
        self.processes = {}
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = trial.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def open(self):
        self.server.start()
        copy_database(self.server)
        web = ["-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{self.port}", "--worker-class", "gthread"]
        web += ["--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "critical"]
        self.run("web", web)
        self.run("worker", ["manage.py", "work"])
        wait_until(lambda: self.answers())

    def run(self, name, command):
        own = {"DATABASE_URL": self.server.url("house"), "HUIS_BEHIND_PROXY": "1", "HUIS_TESTING": "1"}
        log = (self.folder / f"{name}.log").open("w")
        self.processes[name] = subprocess.Popen(
            [sys.executable, *command], cwd=embedded.ROOT, env=os.environ | own, stdout=log, stderr=log
        )

    def answers(self, page="/"):
        with contextlib.suppress(httpx.HTTPError):
            return httpx.get(self.address + page, timeout=20).status_code == 200
        return False

    def kill_a_web_process(self):
        """Kill one of the processes that answer; the master starts another."""
        children = Path(f"/proc/{self.processes['web'].pid}/task/{self.processes['web'].pid}/children").read_text()
        for child in children.split()[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)

    def ask(self, sql, *values):
        import psycopg

        with psycopg.connect(self.server.url("house")) as database:
            return database.execute(sql, values).fetchall()

    def close(self):
        for process in self.processes.values():
            process.kill()
            process.wait()
        self.server.stop()
        place = self.server.data.parent
        if place.is_relative_to(embedded.REACHABLE):
            shutil.rmtree(place)


class Asker(threading.Thread):
    """Somebody who keeps asking questions, and remembers what was promised and how long it took."""

    def __init__(self, house, slug, *, number):
        super().__init__(daemon=True)
        self.house, self.page, self.number = house, f"/huis/{slug}/vraag/", number
        self.kept, self.pages, self.over = [], [], threading.Event()

    def run(self):
        count = 0
        while not self.over.wait(0.1):
            count += 1
            with contextlib.suppress(httpx.TransportError):
                self.ask_once(f"Vraag {self.number}-{count}", f"10.{self.number}.{count // 250}.{count % 250}")

    def ask_once(self, words, origin):
        headers = {"X-Forwarded-For": origin}
        with httpx.Client(base_url=self.house.address, headers=headers, timeout=30) as browser:
            token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.timed(browser.get, self.page).text)
            if not token:
                return
            form = {"csrfmiddlewaretoken": token.group(1), "words": words, "way": "come_by", "called": "Ali"}
            answer = self.timed(browser.post, self.page, data=form)
            if answer.status_code == 302:
                self.kept.append(words)

    def timed(self, send, *what, **more):
        start = time.monotonic()
        answer = send(*what, **more)
        self.pages.append((start, time.monotonic() - start, answer.status_code, answer.text))
        return answer

    def stop(self):
        self.over.set()
        self.join(60)


def copy_database(server):
    """Put a copy of the database of this test on another server."""
    programs = server.programs
    place = Path(tempfile.mkdtemp(dir=embedded.REACHABLE if programs.account else None))
    try:
        if programs.account:
            os.chown(place, programs.account.pw_uid, programs.account.pw_gid)
        connections.close_all()
        source = connection.settings_dict
        where = ("-h", source["HOST"], "-p", source["PORT"], "-U", source["USER"])
        with alone():
            programs.do("pg_dump", *where, "-O", "-x", "-f", place / "dump.sql", source["NAME"])
        server.ensure_database("house")
        programs.do("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", server.url("house"), "-f", place / "dump.sql")
    finally:
        shutil.rmtree(place)
