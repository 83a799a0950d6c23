"""How well and how fast themes are found: `./huis benchmark --themes`, or `--themes --scale` for how fast alone.

Quality: the published questions of `benchmarks/themes`, each half by itself. Speed: real looks at generated signals in
a real database, at a tenth and all of them; `benchmarks/looking.py` makes the signals and looks.
"""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import django
import psycopg

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from benchmarks.processor import milliseconds_of, parent_of  # noqa: E402
from wijkhuis.loop.signals.management.commands.find_themes import find  # noqa: E402
from wijkhuis.loop.signals.queries.profiles import learned  # noqa: E402

QUESTIONS = Path(__file__).parent / "themes" / "questions.jsonl"
SIGNALS, NEW = 100_000, 500


def main(part: float, *, scale_only: bool) -> None:
    """Print one line of JSON: quality of each half, seconds of learning, and seconds and memory of each look."""
    figures: dict[str, Any] = {"quality": {} if scale_only else quality()}
    start = time.monotonic()
    learned()
    figures["learning"] = time.monotonic() - start
    figures["speed"] = speed(int(SIGNALS * part), NEW)
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


def speed(count: int, new: int) -> dict[str, dict[str, float]]:
    """Seconds and memory of each look: at everything, at what is new, and once people said yes to all that waited."""
    figures = {}
    for where, size in (("house", count // 10), ("house", count), ("city", count)):
        name = f"{'one house' if where == 'house' else '48 houses'}, {size:,}"
        step("begin", where, str(size))
        figures[f"{name}: all of it"] = step("look")
        step("more", where, str(new))
        figures[f"{name}: {new} new"] = step("look")
        if where == "house":
            step("confirm")
            step("more", where, str(new))
            figures[f"{name}, after yes to all: {new} new"] = step("look")
            figures[f"{name}, after yes to all: on Sunday"] = step("look", "thorough")
    return figures


def step(*words: str) -> dict[str, float]:
    """One step in a process of its own: what it tells, with the most memory it and its helpers held together."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        server = parent_of(connection.info.backend_pid)
    before = milliseconds_of(server)
    command = [sys.executable, "-m", "benchmarks.looking", *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    most = 0.0
    while process.poll() is None:
        most = max(most, memory_of(process.pid))
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(process.returncode)
    told: dict[str, float] = json.loads((process.stdout.read() if process.stdout else "").splitlines()[-1])
    figures = told | {"database": (milliseconds_of(server) - before) / 1000, "MB": most}
    print(" ".join(words), figures, file=sys.stderr, flush=True)
    return figures


def memory_of(pid: int) -> float:
    """Megabytes that a process and its children hold together; what they share counts for each."""
    try:
        rows = Path(f"/proc/{pid}/status").read_text().splitlines()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = next((int(row.split()[1]) for row in rows if row.startswith("VmRSS:")), 0) / 1024
    return own + sum(memory_of(int(child)) for child in children)


if __name__ == "__main__":
    main(float(sys.argv[1]), scale_only="scale" in sys.argv[2:])
