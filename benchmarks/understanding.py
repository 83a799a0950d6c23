"""How often people find what they need in their own words: `./huis benchmark --words`."""

import json
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from wijkhuis.base.journal.actions import SYSTEM  # noqa: E402
from wijkhuis.house.directory.queries import CLEARLY, ENOUGH, search_by_kinds, search_entries  # noqa: E402
from wijkhuis.house.sources.actions import import_directory  # noqa: E402
from wijkhuis.house.sources.queries.numbers import numbers_of_entries  # noqa: E402
from wijkhuis.loop.desk.queries import ladder  # noqa: E402

FOLDER = Path(__file__).parent / "words"
JOINTS = (". En ook: ", " en ", ". ", ", en verder ")
FLOORS = {"all that was found": 0.0, "what fits enough": ENOUGH, "what stands in sight": CLEARLY}
GROUPS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "all": lambda question: True,
    "Dutch": lambda question: question["lang"] == "nl",
    "Dutch, no word in common": lambda question: question["lang"] == "nl" and question["vocabulary"] == "different",
    "other languages": lambda question: question["lang"] != "nl",
}


def main() -> None:
    """Print one line of JSON: per group the questions, a right entry among the first three, and nDCG@5."""
    call_command("migrate", verbosity=0)
    import_directory((FOLDER / "entries.json").read_bytes(), source="benchmark", by=SYSTEM, strict=True)
    numbers = numbers_of_entries()
    questions = [json.loads(line) for line in (FOLDER / "queries.jsonl").read_text("utf-8").splitlines()]
    for question in questions:
        found = [numbers[one.entry.pk] for one in search_entries(question["query"], limit=5)]
        question["grades"] = [question["relevance"].get(number, 0) for number in found]
    told = {name: figures([one for one in questions if fits(one)]) for name, fits in GROUPS.items()}
    told |= {"two things at once": two_at_once(questions, numbers)}
    told |= {f"on the ladder, {name}": on_the_ladder(questions, numbers, enough) for name, enough in FLOORS.items()}
    print(json.dumps(told))


def two_at_once(questions: list[dict[str, Any]], numbers: dict[int, str]) -> dict[str, Any]:
    """Stories made of two questions that are understood alone: how often both have a right entry among six."""
    alone = [one for one in questions if one["lang"] == "nl" and 2 in one["grades"][:3]]
    # The same pairs every time.
    pairs = list(zip(alone, alone[len(alone) // 2 :] + alone[: len(alone) // 2], strict=True))
    both = 0
    for at, (one, other) in enumerate(pairs):
        story = one["query"].rstrip(".?! ") + JOINTS[at % len(JOINTS)] + other["query"]
        found = [numbers[hit.entry.pk] for hit in search_entries(story, limit=6)]
        both += all(any(two["relevance"].get(number) == 2 for number in found) for two in (one, other))
    return {"questions": len(pairs), "right": both / len(pairs), "ndcg": None}


def on_the_ladder(questions: list[dict[str, Any]], numbers: dict[int, str], enough: float) -> dict[str, Any]:
    """How much the three lists of the ladder show for all questions together, and which part of that is right."""
    kinds, shown, right = (ladder.INFORMAL, ladder.FORMAL, ladder.OWN), 0, 0
    for one in questions:
        lists = search_by_kinds(one["query"], groups=kinds, limit=ladder.AT_MOST, faint=ladder.FAINT, enough=enough)
        found = [numbers[hit.entry.pk] for hits in lists for hit in hits]
        shown += len(found)
        right += sum(one["relevance"].get(number, 0) > 0 for number in found)
    return {"questions": shown, "right": right / shown, "ndcg": None}


def figures(questions: list[dict[str, Any]]) -> dict[str, float]:
    """What one group of questions gives."""
    right = sum(2 in question["grades"][:3] for question in questions)
    gained = sum(gain(one["grades"]) / gain(sorted(one["relevance"].values(), reverse=True)[:5]) for one in questions)
    return {"questions": len(questions), "right": right / len(questions), "ndcg": gained / len(questions)}


def gain(grades: list[int]) -> float:
    """What a list of grades is worth: the higher and the earlier, the more."""
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


if __name__ == "__main__":
    main()
