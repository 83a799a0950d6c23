"""How fast the map answers: `./huis benchmark --search`.

One process asks a city of 20,000 entries, first questions it never heard (the question is encoded), then the same ones
again (it is remembered). Every question is a line of the lexicon with a word added, so that none is known in advance.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from benchmarks.city import Size, build  # noqa: E402
from wijkhuis.house.directory.models import Entry  # noqa: E402
from wijkhuis.house.directory.queries import search_entries  # noqa: E402
from wijkhuis.house.directory.rules.lexicon import topics  # noqa: E402
from wijkhuis.house.neighbourhood.models import House  # noqa: E402

QUESTIONS = 400


def main(part: float) -> None:
    """Print one line of JSON: milliseconds for new and for remembered questions."""
    call_command("migrate", verbosity=0)
    if not House.objects.exists():
        build(Size(part))
    house = House.objects.first()
    asked = [topic.said[turn * 7 % len(topic.said)] + " hier" for turn in range(3) for topic in topics()][:QUESTIONS]
    start = time.monotonic()
    search_entries("om te beginnen", house=house)
    figures: dict[str, float] = {"entries": Entry.objects.count(), "first question, ms": since(start)}
    for name in ("new", "remembered"):
        took = sorted(times(asked, house))
        figures[f"{name}, p50 ms"] = took[len(took) // 2]
        figures[f"{name}, p95 ms"] = took[int(len(took) * 0.95)]
        figures[f"{name}, a second"] = 1000 * len(took) / sum(took)
    figures["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures))


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
    main(float(sys.argv[1]))
