"""A whole city in the database, from its houses and questions to its themes and programmes, made by PostgreSQL."""

from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from wijkhuis.house.directory.actions import index_entries

HERE = Path(__file__).parent
FULL = {"houses": 48, "questions": 200_000, "entries": 20_000, "journal": 2_000_000, "signals": 200_000}
PARTS = ("city.sql", "signals.sql")
PEOPLE_PER_HOUSE = 20


@dataclass(frozen=True)
class Size:
    """How large the city is, as a part of the full one; it always has all its houses."""

    part: float

    def __getitem__(self, name: str) -> int:
        return FULL[name] if name == "houses" else max(int(FULL[name] * self.part), 100)


def build(size: Size) -> None:
    """Fill an empty, migrated database. Identifiers start at one and have no holes."""
    facts = {name: size[name] for name in FULL} | {"words": (HERE / "words.txt").read_text().split()}
    with connection.cursor() as cursor:
        for part in PARTS:
            for statement in statements_of(part):
                cursor.execute(statement, facts)
    index_entries()
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


def statements_of(part: str) -> list[str]:
    """The statements of a file, without its comments."""
    lines = (line for line in (HERE / part).read_text().splitlines() if not line.startswith("--"))
    return [statement for statement in "\n".join(lines).split(";\n") if statement.strip()]
