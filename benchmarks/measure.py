"""Measure one city: build it when it is not there, start the web, open every page."""

import json
import os
import subprocess
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks.__main__ import CONNECTIONS, PORT, start_web  # noqa: E402
from benchmarks.city import Size, build  # noqa: E402
from benchmarks.pages import VISITORS, Page, cookie_of, pages, queries_of  # noqa: E402
from benchmarks.processor import milliseconds_of, parent_of  # noqa: E402
from wijkhuis.house.neighbourhood.models import House  # noqa: E402


def main(part: float, seconds: float) -> None:
    """Print one line of JSON: per page its queries and milliseconds."""
    call_command("migrate", verbosity=0)
    call_command("assets", verbosity=0)
    call_command("messages", compile=True, verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    if not House.objects.exists():
        start = time.monotonic()
        build(Size(part))
        print(f"a city at {part:g} of its size took {time.monotonic() - start:.0f} s", file=sys.stderr)
    web = start_web(dict(os.environ))
    try:
        programs = {"web": web.pid, "database": database_server()}
        figures = {page.name: figures_of(page, seconds, programs) for page in pages()}
    finally:
        web.terminate()
        web.wait()
    print(json.dumps(figures))


def database_server() -> int:
    """The process that started the one that answers us."""
    connection.ensure_connection()
    return parent_of(connection.connection.info.backend_pid)


def figures_of(page: Page, seconds: float, programs: dict[str, int]) -> dict[str, float]:
    """Queries of one visit, then the milliseconds of many, and what each program computed for one page."""
    cookies = [cookie_of(page.kind, turn) for turn in range(VISITORS)]
    queries = queries_of(page, cookie=cookies[0])
    rows = [
        {"path": page.address(turn), "data": with_token(page), "headers": headers(page, cookies[turn % VISITORS])}
        for turn in range(VISITORS * 4)
    ]
    task = {"port": PORT, "rows": rows, "seconds": seconds, "connections": CONNECTIONS}
    command = [sys.executable, "-m", "benchmarks.load"]
    for length in (1.0, seconds):
        task["seconds"] = length
        before = {name: milliseconds_of(pid) for name, pid in programs.items()}
        done = subprocess.run(command, input=json.dumps(task), stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(done.stdout)
    if found["wrong"]:
        raise SystemExit(f"{page.name}: {found['wrong']} answers were not 200")
    spent = {name: (milliseconds_of(pid) - before[name]) / found["answers"] for name, pid in programs.items()}
    spent["visitors"] = found.pop("own") * 1000 / found["answers"]
    print(f"{page.name}: {queries} queries, {found}, {spent}", file=sys.stderr)
    return found | spent | {"queries": queries}


TOKEN = "a" * 32


def with_token(page: Page) -> dict[str, str] | None:
    """What is sent, with the token against forged requests."""
    return page.data and page.data | {"csrfmiddlewaretoken": TOKEN}


def headers(page: Page, cookie: str) -> dict[str, str]:
    """The headers of a browser that is signed in."""
    cookies = "; ".join(part for part in (cookie, f"huis_csrf={TOKEN}") if part)
    lines = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", "Accept-Encoding": "gzip"}
    return lines | ({"HX-Request": "true"} if page.htmx else {})


if __name__ == "__main__":
    main(float(sys.argv[1]), float(sys.argv[2]))
