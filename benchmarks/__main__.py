"""Measure the pages of a city: `./huis benchmark`, or `./huis benchmark --part 0.1 --seconds 3` for a quick look.

Builds the city twice, at a tenth and at full size, in a PostgreSQL of its own, opens every page over eight connections
to two web processes, and prints one table, with the processor time of each program per page.
Query counts and ratios count; milliseconds depend on the machine.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from config import embedded

ROOT = Path(__file__).resolve().parent.parent
CONNECTIONS = 8
SECONDS_TO_READ = 12
# What can be measured of lists, each by itself.
LISTS = ["csv", "excel", "hsds", "given"]
PORT = int(os.environ.get("HUIS_BENCHMARK_PORT", "8765"))


def main() -> None:
    """Read the options and measure both sizes."""
    options = argparse.ArgumentParser(prog="./huis benchmark")
    options.add_argument("--part", type=float, default=1.0, help="how much of the full city (1.0)")
    options.add_argument("--search", action="store_true", help="measure only how fast the map answers")
    options.add_argument("--words", action="store_true", help="measure only how often people find what they need")
    options.add_argument(
        "--lists", nargs="*", choices=LISTS, help="measure only how fast lists come in and go out, or a part of that"
    )
    options.add_argument("--identity", action="store_true", help="measure only what de-identification finds")
    options.add_argument("--themes", action="store_true", help="measure only how well and how fast themes are found")
    options.add_argument("--archive", action="store_true", help="measure only how much the archive carries")
    options.add_argument("--scale", action="store_true", help="with --themes: only how fast")
    options.add_argument("--seconds", type=float, default=8, help="how long each page is opened")
    chosen = options.parse_args()
    if chosen.identity:
        # Needs no database, and a process in which nothing was read yet.
        subprocess.run([sys.executable, "-m", "benchmarks.identity"], cwd=ROOT, check=True)
        return
    server = embedded.Server(embedded.HOME / "benchmark-pg")
    with server.in_use():
        if chosen.words:
            print(words(server))
            return
        if chosen.lists is not None:
            print(lists(server, part=chosen.part, wanted=chosen.lists or LISTS))
            return
        if chosen.themes:
            print(themes(server, part=chosen.part, scale_only=chosen.scale))
            return
        if chosen.archive:
            print(archive(server, part=chosen.part))
            return
        if chosen.search:
            print(search(server, part=chosen.part))
            return
        small = measure(server, part=chosen.part / 10, seconds=chosen.seconds)
        full = measure(server, part=chosen.part, seconds=chosen.seconds)
    print(table(small, full))


def words(server: embedded.Server) -> str:
    """How often people find what they need, as a table."""
    groups = in_process("benchmarks.understanding", server, name="words", options=[])
    rows = []
    for name, one in groups.items():
        gained = "-" if one["ndcg"] is None else f"{one['ndcg']:.2f}"
        rows.append(f"| {name} | {one['questions']} | {one['right']:.2f} | {gained} |")
    head = "| | questions, or shown | right among three, or of what is shown | nDCG@5 |"
    return "\n".join([head, "|---|---|---|---|", *rows])


def search(server: embedded.Server, *, part: float) -> str:
    """How fast the map of this city answers, as a table."""
    figures = in_process("benchmarks.searching", server, name=city(part), options=[str(part)])
    return "\n".join(
        ["| searching the map | |", "|---|---|", *(f"| {key} | {value:.0f} |" for key, value in figures.items())]
    )


def themes(server: embedded.Server, *, part: float, scale_only: bool) -> str:
    """How well and how fast themes are found, as two tables."""
    options = [str(part), *(["scale"] if scale_only else [])]
    figures = in_process("benchmarks.theming", server, name="themes", options=options)
    names = list(figures["quality"].get("all", {}))
    rows = [
        f"| {half} | {' | '.join(f'{one[name]:.2f}' if name != 'questions' else str(one[name]) for name in names)} |"
        for half, one in figures["quality"].items()
    ]
    head = [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|", *rows, ""] if rows else []
    learning = f"Learned, or read when it was learned before, in {figures['learning']:.0f} seconds."
    speed = [
        f"| {name} | {one['seconds']:.1f} | {one['processor']:.1f} | {one['database']:.1f} | {one['MB']:.0f} |"
        for name, one in figures["speed"].items()
    ]
    columns = ["| look | seconds | processor seconds | of the database | MB, all |", "|---" * 5 + "|"]
    return "\n".join([*head, learning, "", *columns, *speed])


def archive(server: embedded.Server, *, part: float) -> str:
    """How much the archive carries, as tables."""
    figures = in_process("benchmarks.archive", server, name="archive", options=[str(part)])
    tables = []
    for name, one in figures.items():
        rows = [f"| {key} | {value if isinstance(value, int) else round(value, 2)} |" for key, value in one.items()]
        tables.append("\n".join([f"| {name} | |", "|---|---|", *rows]))
    return "\n\n".join(tables)


def lists(server: embedded.Server, *, part: float, wanted: list[str]) -> str:
    """How fast lists come in, and the map goes out, as two tables."""
    read = in_process("benchmarks.lists", server, name="lists", options=[str(part), *wanted])
    rows = [
        f"| {name} | {one['wall']:.0f} | {one['load']:.0f} | {one['processor']:.0f} "
        f"| {1000 * one['processor'] / one['rows']:.1f} | {one['memory']:.0f} |"
        for name, one in read.items()
    ]
    head = [
        "| list | seconds | at a load of | processor seconds | processor ms a row | MB, all |",
        "|---|---|---|---|---|---|",
    ]
    shared = in_process("benchmarks.sharing", server, name="lists", options=[]) if "given" in wanted else {}
    told = [
        f"| {name} | {', '.join(f'{key} {value:.1f}' for key, value in one.items())} |" for name, one in shared.items()
    ]
    return "\n".join([*head, *rows, "", "| given | |", "|---|---|", *told])


def measure(server: embedded.Server, *, part: float, seconds: float) -> dict[str, dict[str, float]]:
    """Build a city of this size and measure every page in a process of its own."""
    return in_process("benchmarks.measure", server, name=city(part), options=[str(part), str(seconds)])


def city(part: float) -> str:
    """The name of the database with a city of this size."""
    return f"city_{str(part).replace('.', '_')}"


def in_process(module: str, server: embedded.Server, *, name: str, options: list[str]) -> dict[str, Any]:
    """What a module measures in a process of its own, in the database of this name."""
    server.ensure_database(name)
    environment = os.environ | {"DATABASE_URL": server.url(name), "HUIS_TESTING": "", "SECRET_KEY": "benchmark"}
    command = [sys.executable, "-m", module, *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def start_web(environment: dict[str, str]) -> subprocess.Popen:
    """Two web processes, as `docs/how-to/install.md` starts them."""
    web = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{PORT}", "--workers", "2"]
    web += ["--worker-class", "gthread", "--threads", "2", "--worker-connections", "2", "--keep-alive", "0"]
    web += ["--no-control-socket", "--log-level", "error"]
    process = subprocess.Popen(web, cwd=ROOT, env=environment)
    for _attempt in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/robots.txt", timeout=5)
            # Beside its first answers every process reads the map; that is not what is measured.
            time.sleep(SECONDS_TO_READ)
            return process
        except OSError:
            time.sleep(0.2)
    process.kill()
    raise SystemExit("the web server did not start")


def table(small: dict[str, dict[str, float]], full: dict[str, dict[str, float]]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| page | queries | p50 ms | p95 ms | p95 at a tenth | p50 full / tenth "
        "| processor ms: web + database + visitors | answers |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, row in full.items():
        less = small[name]
        growth = row["p50"] / less["p50"]
        spent = " + ".join(f"{row[program]:.1f}" for program in ("web", "database", "visitors"))
        lines.append(
            f"| {name} | {row['queries']:.0f} | {row['p50']:.0f} | {row['p95']:.0f} | {less['p95']:.0f} "
            f"| {growth:.2f} | {spent} | {row['answers']:.0f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
