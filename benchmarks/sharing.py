"""How fast the map goes out to other systems: a part of `./huis benchmark --lists`.

Each address of the API is asked ten times in one process, and the lists as a stream once, with the most memory that
the stream added. The first, the middle and the last page of a list should take the same.
"""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.test import Client  # noqa: E402

TIMES = 10
LISTS = ("services", "organizations", "service_at_locations")


def main() -> None:
    """Print one line of JSON: milliseconds of each page, and seconds and megabytes of each stream."""
    settings.API_RATE = 10**9
    settings.ALLOWED_HOSTS = ["*"]
    found: dict[str, dict[str, float]] = {}
    for name in LISTS:
        address = f"/hsds/v3/{name}?full=true"
        last = json.loads(Client().get(address).content)["total_pages"]
        for words, page in (("first", 1), ("middle", max(last // 2, 1)), ("last", last)):
            found[f"{name}, {words} page"] = page_figures(f"{address}&page={page}")
    for address in ("/hsds/v3/services?format=ndjson&full=true", "/kaart/lijst.csv"):
        found[address] = stream_figures(address)
    print(json.dumps(found))


def page_figures(address: str) -> dict[str, float]:
    """The middle and the least of ten answers, in milliseconds."""
    answer = Client().get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    took = sorted(times(address))
    return {"ms": statistics.median(took), "least ms": took[0]}


def times(address: str) -> Iterator[float]:
    """How long each answer takes, in milliseconds of the processor of this process and waiting for the database."""
    for _turn in range(TIMES):
        cache.clear()
        start = time.monotonic()
        Client().get(address)
        yield 1000 * (time.monotonic() - start)


def stream_figures(address: str) -> dict[str, float]:
    """Seconds until everything was read, until the first of it, and the megabytes that this added."""
    before, start = memory(), time.monotonic()
    first, size = 0.0, 0
    answer = Client().get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    for piece in answer.streaming_content:
        first = first or time.monotonic() - start
        size += len(piece)
    return {"s": time.monotonic() - start, "first s": first, "MB": size / 1e6, "memory": memory() - before}


def memory() -> float:
    """The most memory that this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
    sys.stdout.flush()
