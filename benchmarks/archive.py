"""How much the archive carries: `./huis benchmark --archive`.

10,000 pages come in by the command that everybody uses, with somebody watching a terminal. It is stopped twice on the
way, once politely and once by pulling the plug, and goes on each time. Then two hundred searches by words and two
hundred by meaning, and pages with their words marked, as a visitor opens them.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count, F, Sum  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.lists import memory_of  # noqa: E402
from benchmarks.papers import TROUBLE, questions, words_asked, write_papers  # noqa: E402
from benchmarks.watching import watched  # noqa: E402
from wijkhuis.base import access  # noqa: E402
from wijkhuis.house.library.models import Document, DocumentPage  # noqa: E402
from wijkhuis.house.library.pictures import forget_pictures  # noqa: E402
from wijkhuis.house.library.queries import search_archive  # noqa: E402
from wijkhuis.house.library.rules.problems import reason_of, remark_of  # noqa: E402

PAGES = 10_000
ASKED = 200
# The import is stopped when so many files are done: politely, and by pulling the plug.
STOPS = ((0.15, signal.SIGINT), (0.30, signal.SIGKILL))


def main(part: float, home: str) -> None:
    """Print one line of JSON: what coming in took, and how fast it is found and read."""
    settings.ALLOWED_HOSTS = ["*"]
    folder = Path(home) / f"benchmark-papers-{part:g}"
    if not (folder / "moeilijk").exists():
        write_papers(folder, pages=int(PAGES * part))
    call_command("migrate", verbosity=0)
    call_command("assets", verbosity=0)
    call_command("messages", compile=True, verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    begin_empty()
    figures: dict[str, Any] = {"coming in": coming_in(folder)}
    figures["database"] = sizes()
    figures["search"] = searching()
    figures["page"] = reading()
    print(json.dumps(figures))


def begin_empty() -> None:
    """Take away what an earlier run brought, and the pictures of it."""
    for checksum in Document.objects.values_list("checksum", flat=True):
        forget_pictures(checksum)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE library_document CASCADE")


def coming_in(folder: Path) -> dict[str, Any]:
    """Import with two interruptions, and once more when all is there."""
    files = sum(path.is_file() for path in folder.rglob("*"))
    command = ["import_documents", str(folder)]
    pieces = [watched(command, stop_at=int(part * files), by=how) for part, how in STOPS]
    before, pages_before = whole(), sum_of_pages()
    pieces.append(watched(command))
    again = watched(command)
    last = pieces[-1]
    pages = DocumentPage.objects.count()
    return {
        "files": files,
        "documents": Document.objects.filter(read_at__isnull=False).count(),
        "pages": pages,
        "seconds": sum(piece["seconds"] for piece in pieces),
        "pages a second": (pages - pages_before) / last["seconds"],
        "processor ms a page": 1000 * sum(piece["processor"] for piece in pieces) / pages,
        "most memory of all processes, MB": max(piece["memory"] for piece in pieces),
        "memory at a quarter of the last piece, MB": last["memory early"],
        "seconds until it stopped when asked": pieces[0]["stopping"],
        "documents read before it stopped": before,
        "of those read again": before - last["known"],
        "documents left half read": Document.objects.filter(read_at=None).count(),
        "pages missing": missing(),
        "times progress was told": last["told"],
        "longest silence, seconds": last["silence"],
        "seconds when all is there already": again["seconds"],
        "troubles told as they should": told_right(last["output"]),
        "troubles": len(TROUBLE),
    }


def whole() -> int:
    """How many documents are there, read to the end."""
    return Document.objects.filter(read_at__isnull=False).count()


def sum_of_pages() -> int:
    """Pages of what was read to the end."""
    return Document.objects.filter(read_at__isnull=False).aggregate(sum=Sum("pages"))["sum"] or 0


def missing() -> int:
    """Documents whose pages are not all there."""
    counted = Document.objects.annotate(there=Count("sheets")).exclude(there=F("pages"))
    return counted.count()


def told_right(output: str) -> int:
    """How many troubles were told in the right words, or read when they were none."""
    right = 0
    for name, word in TROUBLE.items():
        if word == "read":
            right += Document.objects.filter(file_name=name, read_at__isnull=False, problem="").exists()
        else:
            right += any(f"{name}: {said}" in output for said in (reason_of(word), remark_of(word)) if said)
    return right


def sizes() -> dict[str, float]:
    """Megabytes of the tables, their indexes included."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, pg_total_relation_size(oid) / 1e6 FROM pg_class "
            "WHERE relkind = 'r' AND relname LIKE 'library%'"
        )
        return {f"{name}, MB": float(size) for name, size in cursor.fetchall()}


def searching() -> dict[str, float]:
    """Milliseconds of searches by a visitor, and how often the theme that was meant stands on one of three pages."""
    start = time.monotonic()
    find("om te beginnen")
    figures = {"first search, ms": since(start)}
    figures |= spread("words", find, words_asked(ASKED))
    meant = questions(ASKED)
    figures |= spread("meaning", find, [ask for ask, _theme in meant])
    right = [any(theme in hit.page.words[:200] for hit in find(ask)[:3]) for ask, theme in meant]
    figures["the theme that was meant stands among three"] = sum(right) / len(right)
    figures["memory of the process, MB"] = memory_of(os.getpid())
    return figures


def find(words: str) -> list[Any]:
    """The first page of results, for a visitor."""
    return search_archive(words, user=None)[0]


def reading() -> dict[str, float]:
    """Milliseconds of pages as a visitor opens them: a PDF the first time, once more, and one that is no PDF."""
    visitor = Client()
    found = list(DocumentPage.objects.select_related("document").order_by("?")[: ASKED * 2])
    drawn = [page for page in found if page.document.is_pdf][:ASKED]
    plain = [page for page in found if not page.document.is_pdf][:ASKED]
    figures = spread("PDF, never looked at", partial(open_page, visitor), drawn)
    figures |= spread("PDF, looked at before", partial(open_page, visitor), drawn)
    return figures | spread("other", partial(open_page, visitor), plain)


def open_page(visitor: Client, page: DocumentPage) -> None:
    """Open a page with words to mark."""
    access._looks.clear()
    words = " ".join(page.words.split()[:2])
    answer = visitor.post(f"/archief/{page.document_id}/{page.number}/", {"words": words})
    assert answer.status_code == 200, answer.status_code


def spread(name: str, act: Callable[[Any], Any], things: Iterable[Any]) -> dict[str, float]:
    """How long the middle one and one of twenty took, and the processor time of this process for one."""
    took, spent = [], time.process_time()
    for thing in things:
        start = time.monotonic()
        act(thing)
        took.append(since(start))
    spent = 1000 * (time.process_time() - spent) / len(took)
    took.sort()
    figures = {"p50 ms": took[len(took) // 2], "p95 ms": took[int(len(took) * 0.95)], "processor ms": spent}
    return {f"{name}, {key}": value for key, value in figures.items()}


def since(start: float) -> float:
    """Milliseconds since a moment."""
    return 1000 * (time.monotonic() - start)


if __name__ == "__main__":
    main(float(sys.argv[1]), os.environ["HUIS_HOME"])
