"""Reading the invented facts that lie in the folder data."""

import csv
import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


def facts(name: str) -> dict[str, Any]:
    """A TOML file as plain values."""
    return tomllib.loads((DATA / f"{name}.toml").read_text())


def rows(name: str) -> list[dict[str, str]]:
    """A CSV file, a row as a dict."""
    with (DATA / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def content(name: str) -> bytes:
    """A file as the importer takes it."""
    return (DATA / name).read_bytes()
