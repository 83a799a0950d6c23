"""How fast a list comes in and goes out: `./huis benchmark --lists`, or a part of it: `--lists csv`.

A list of 20,000 entries, every one with a description of its own of about 170 letters in Dutch, is read into an empty
map, once as news and once as it was, as CSV and as Excel. Each step is a process of its own: its wall clock, its
processor time with that of its helpers, and the most memory that any of them held.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

FOLDER = Path(__file__).parent / "words"
ROWS = 20_000
COLUMNS = ("id", "name", "organisation", "kind", "description", "topics", "audience", "address", "phone", "opening")


def main(part: float, wanted: list[str], home: str) -> None:
    """Print one line of JSON: per step its figures. `wanted` are the parts; each can be asked for by itself."""
    folder = Path(home) / "benchmark-lists"
    folder.mkdir(parents=True, exist_ok=True)
    count = int(ROWS * part)
    write_lists(folder, count)
    step("migrate", "-v0")
    if "csv" in wanted or is_empty():
        begin_empty()
        step("index_directory")
    steps = {
        "csv": {
            "CSV, everything new": ("import_directory", str(folder / "list.csv"), "--source", "csv"),
            "CSV, nothing changed": ("import_directory", str(folder / "list.csv"), "--source", "csv"),
            "index by night, nothing changed": ("index_directory",),
        },
        "excel": {"Excel": ("import_directory", str(folder / "list.xlsx"), "--source", "csv")},
        "hsds": {
            "HSDS, written to files": ("export_hsds", str(folder / "hsds")),
            "HSDS files, read as a second source": ("import_hsds", str(folder / "hsds"), "--source", "hsds"),
        },
    }
    figures = {name: step(*command) for one in wanted for name, command in steps.get(one, {}).items()}
    print(json.dumps({name: {"rows": count, **row} for name, row in figures.items()}))


def is_empty() -> bool:
    """Whether nothing was brought in yet."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        found = connection.execute("SELECT 1 FROM directory_entry LIMIT 1").fetchone()
    return found is None


def begin_empty() -> None:
    """Take away what an earlier run brought."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("TRUNCATE directory_entry, sources_source CASCADE")


def step(*command: str) -> dict[str, float]:
    """Run a command of the house, and tell what it took."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([sys.executable, "manage.py", *command], stdout=sys.stderr)
    most = 0.0
    while process.poll() is None:
        most = max(most, memory_of(process.pid))
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(process.returncode)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    load = os.getloadavg()[0]
    figures = {"wall": time.monotonic() - start, "processor": spent, "memory": most, "load": load}
    print(f"{' '.join(command[:1])}: {figures}", file=sys.stderr)
    return figures


def memory_of(pid: int) -> float:
    """Megabytes in use by a process and its children together."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = next((int(row.split()[1]) for row in rows if row.startswith("Pss:")), 0) / 1024
    return own + sum(memory_of(int(child)) for child in children)


def write_lists(folder: Path, count: int) -> None:
    """The same list as CSV and as Excel."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    with (folder / "list.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        for row in [list(COLUMNS), *rows(count)]:
            writer.writerow(row)
            sheet.append(row)
    book.save(folder / "list.xlsx")


def rows(count: int) -> Iterator[list[str]]:
    """Entries that differ, made of the sentences of a small real map."""
    known: list[dict[str, Any]] = json.loads((FOLDER / "entries.json").read_text("utf-8"))
    told = [one["description"] for one in known]
    for n in range(count):
        one, turn = known[n % len(known)], n // len(known)
        description = ". ".join([told[n % len(told)], told[(n * 7 + turn) % len(told)], f"Gebouw {turn} aan de Kade"])
        yield [
            str(n),
            f"{one['name']} {turn}",
            one.get("organisation", ""),
            one["kind"],
            description,
            "; ".join(one["themes"]),
            one.get("target_group", ""),
            f"Kade {n}",
            f"070 {1_000_000 + n}",
            f"maandag van {9 + n % 3} tot {12 + n % 5} uur",
        ]


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2:], os.environ["HUIS_HOME"])
