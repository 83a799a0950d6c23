"""How fast the map answers: `./huis benchmark --search`.

One process asks a city of 20,000 entries, first questions it never heard (the question is encoded), then the same ones
again (it is remembered); then two processes ask what they remember at the same time. Every question is a line of the
lexicon with a word added, so that none is known in advance.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# As a web process has it: config/wsgi.py.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
django.setup()

from django.core.management import call_command  # noqa: E402

from benchmarks.city import Size, build  # noqa: E402
from wijkhuis.house.directory.models import Entry  # noqa: E402
from wijkhuis.house.directory.queries import search_entries  # noqa: E402
from wijkhuis.house.directory.rules.lexicon import topics  # noqa: E402
from wijkhuis.house.neighbourhood.models import House  # noqa: E402

QUESTIONS = 400
ONE_OF_TWO = "one of two"


def main(part: str, which: str = "") -> None:
    """Print one line of JSON: milliseconds for new and for remembered questions, and how many a second."""
    call_command("migrate", verbosity=0)
    if not House.objects.exists():
        build(Size(float(part)))
    house = House.objects.first()
    asked = [topic.said[turn * 7 % len(topic.said)] + " hier" for turn in range(3) for topic in topics()][:QUESTIONS]
    print(json.dumps(one_of_two(asked, house) if which == ONE_OF_TWO else alone(asked, house) | together(part)))


def alone(asked: list[str], house: House) -> dict[str, float]:
    """One process, nobody beside it."""
    start = time.monotonic()
    search_entries("om te beginnen", house=house)
    figures: dict[str, float] = {"entries": Entry.objects.count(), "first question, ms": since(start)}
    for name in ("new", "remembered"):
        took = sorted(times(asked, house))
        figures[f"{name}, p50 ms"] = took[len(took) // 2]
        figures[f"{name}, p95 ms"] = took[int(len(took) * 0.95)]
        figures[f"{name}, a second"] = 1000 * len(took) / sum(took)
    figures["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def together(part: str) -> dict[str, float]:
    """Two processes at the same time, as two web processes are."""
    command = [sys.executable, "-m", "benchmarks.searching", part, ONE_OF_TWO]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) for _one in "ab"
    ]
    for one in both:
        one.stdout.readline()
    for one in both:
        one.stdin.write("go\n")
    found = [json.loads(one.communicate()[0]) for one in both]
    return {"remembered by two processes, a second": sum(one["a second"] for one in found)}


def one_of_two(asked: list[str], house: House) -> dict[str, float]:
    """Ask everything once, wait for a sign, and ask it again."""
    for _took in times(asked, house):
        pass
    print("ready", flush=True)
    sys.stdin.readline()
    took = list(times(asked, house))
    return {"a second": 1000 * len(took) / sum(took)}


def times(asked: list[str], house: House) -> Iterator[float]:
    """How long each question takes, in milliseconds."""
    for question in asked:
        start = time.monotonic()
        search_entries(question, house=house)
        yield since(start)


def since(start: float) -> float:
    """Milliseconds since a moment."""
    return 1000 * (time.monotonic() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
