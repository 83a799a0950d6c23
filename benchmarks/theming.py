"""How well and how fast themes are found: `./huis benchmark --themes`.

Quality: the published questions of `benchmarks/themes`, each half by itself. Speed: generated signals of one house
(lines of the library and of no theme, with words left out and added; made outside the timing), and then 500 new ones.
"""

import hashlib
import json
import os
import random
import resource
import sys
import time
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from benchmarks.city import Size, build  # noqa: E402
from wijkhuis.house.neighbourhood.models import House  # noqa: E402
from wijkhuis.loop.signals.actions import propose_themes  # noqa: E402
from wijkhuis.loop.signals.management.commands.find_themes import find  # noqa: E402
from wijkhuis.loop.signals.models import Proposal, Signal  # noqa: E402
from wijkhuis.loop.signals.queries.profiles import learned  # noqa: E402
from wijkhuis.loop.signals.rules.library import known_themes, no_theme  # noqa: E402

QUESTIONS = Path(__file__).parent / "themes" / "questions.jsonl"
SIGNALS, NEW = 100_000, 500
# Of what a desk hears, so much belongs to no theme; a house hears of this many themes, few of them often.
ALONE, THEMES = 0.2, 150
BY_THE_WAY = (
    "echt gewoon nu hier thuis wel weer toch eigenlijk morgen vandaag misschien al lang zo samen alleen".split()
)


def main(part: float) -> None:
    """Print one line of JSON: quality of each half, and seconds and memory."""
    figures: dict[str, Any] = {"quality": quality() if part >= 1 else {}}
    call_command("migrate", verbosity=0)
    if not House.objects.exists():
        build(Size(0.01))
    figures["speed"] = speed(House.objects.first(), signals=int(SIGNALS * part), new=int(NEW * part) or 1)
    print(json.dumps(figures))


def quality() -> dict[str, dict[str, float]]:
    """The published questions: the half that helped to choose thresholds, the other half, and all together."""
    questions = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    halves: dict[str, list[Any]] = {"chosen on": [], "not looked at": []}
    for one in questions:
        odd = int(hashlib.sha256(one["question_id"].encode()).hexdigest(), 16) % 2
        halves["not looked at" if odd else "chosen on"].append(one)
    return {name: score(some) for name, some in {**halves, "all": questions}.items()}


def score(questions: list[Any]) -> dict[str, float]:
    """Shares from 0 to 1, as the project's goals name them."""
    start = time.monotonic()
    found = find([(one["question_id"], one["text"]) for one in questions])
    took = time.monotonic() - start
    gold = [one["theme"] for one in questions]
    groups: dict[str, Counter[str]] = {}
    for (_number, theme), right in zip(found, gold, strict=True):
        if theme:
            groups.setdefault(theme, Counter())[right] += 1
    alone = [right.startswith("_single") for right in gold]
    large = [theme for theme, count in Counter(gold).items() if count >= 5 and not theme.startswith("_single")]
    surfaced = {theme for group in groups.values() for theme, n in group.items() if n >= 0.6 * group.total()}
    of_five = [group for group in groups.values() if group.total() >= 5]
    together = {pair for pair in combinations(range(len(gold)), 2) if gold[pair[0]] == gold[pair[1]]}
    said = {pair for pair in combinations(range(len(gold)), 2) if found[pair[0]][1] and same(found, *pair)}
    both = len(together & said)
    return {
        "questions": len(questions),
        "themes surfaced": sum(theme in surfaced for theme in large) / len(large),
        "precision of groups": sum(pure(group) for group in of_five) / max(len(of_five), 1),
        "noise kept out": sum(is_alone and not row[1] for row, is_alone in zip(found, alone, strict=True)) / sum(alone),
        "pair F1": 2 * both / (len(together) + len(said)),
        "ms a question": 1000 * took / len(questions),
    }


def same(found: list[Any], one: int, other: int) -> bool:
    """Whether two questions were given the same theme."""
    return bool(found[one][1] == found[other][1])


def pure(group: "Counter[str]") -> bool:
    """Whether most of a group is one theme."""
    return any(n >= 0.6 * group.total() for theme, n in group.items() if not theme.startswith("_single"))


def speed(house: House, *, signals: int, new: int) -> dict[str, float]:
    """Seconds for all signals of a house, then for some new ones, and the most memory it took."""
    learned()
    Proposal.objects.all().delete()
    Signal.objects.all().delete()
    chance = random.Random(11)
    write(house, signals, chance)
    first, spent = seconds(house)
    write(house, new, chance)
    again, spent_again = seconds(house)
    figures = {"signals": signals, "seconds": first, "processor seconds": spent}
    figures |= {"new": new, "seconds for the new": again, "processor seconds for the new": spent_again}
    figures["proposals"] = Proposal.objects.count()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["memory, MB"] = own / 1024
    figures["memory of a helper, MB"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return figures


def seconds(house: House) -> tuple[float, float]:
    """How long one look takes by the clock, and what it takes of all processors together."""
    start, spent = time.monotonic(), sum(os.times()[:4])
    propose_themes(house)
    return time.monotonic() - start, sum(os.times()[:4]) - spent


def write(house: House, count: int, chance: random.Random) -> None:
    """Signals nobody gave: a line of a theme or of none, in slightly other words."""
    themes = known_themes()[::2][:THEMES]
    often = [1 / (place + 3) for place in range(len(themes))]
    made = []
    for _turn in range(count):
        alone = chance.random() < ALONE
        lines = no_theme() if alone else chance.choices(themes, often)[0].said
        words = chance.choice(lines).split()
        for _word in range(2):
            words.insert(chance.randrange(len(words) + 1), chance.choice(BY_THE_WAY))
        if len(words) > 5:
            words.pop(chance.randrange(len(words)))
        made.append(Signal(house=house, sentence=" ".join(words)[:300], month=date(2026, 3, 1), source="desk"))
    Signal.objects.bulk_create(made, batch_size=5000)


if __name__ == "__main__":
    main(float(sys.argv[1]))
