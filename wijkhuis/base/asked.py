"""What every page asks of the database is written by Django once for each process, and asked with other values.

Writing takes Django up to ten times as long as PostgreSQL needs to answer. Nothing of an answer is kept.
"""

import copy
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from types import SimpleNamespace
from typing import Any, Generic, ParamSpec, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections, transaction
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
P = ParamSpec("P")
# Where a value goes: which argument, and in a list the how manieth.
Place = tuple[int | str, int | None]
COUNT = "SELECT count(*) FROM ({asked}) asked"


class Given(Expression):
    """The place of a value that is only known when the question is asked."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """A place in the words, and itself among the values."""
        return "%s", [self]


@dataclass(frozen=True)
class Written:
    """A question in SQL, with places for its values, and how its rows are read; no SQL when nothing can answer it."""

    queryset: QuerySet[Any, Any]
    compiler: SQLCompiler
    sql: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Asked(Generic[Row]):
    """A question with its values: walk through the answers, take some of them, or count them. Each asks once."""

    written: Written
    given: dict[int | str, Any]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows(self.written.sql))

    def __getitem__(self, some: slice) -> list[Row]:
        # As numbers in the words: PostgreSQL plans a page of thirty better when it knows that it is thirty.
        start = int(some.start or 0)
        return self._rows(f"{self.written.sql} LIMIT {int(some.stop) - start} OFFSET {start}")

    def first(self) -> Row | None:
        """The first answer, or None."""
        return next(iter(self[:1]), None)

    def count(self) -> int:
        """How many answers there are."""
        if not self.written.sql:
            return 0
        sql, values = self.sql_with_values()
        with connections[self.written.queryset.db].cursor() as cursor:
            cursor.execute(COUNT.format(asked=sql), values)
            return int(cursor.fetchone()[0])

    def sql_with_values(self) -> tuple[str, tuple[Any, ...]]:
        """The question itself, for SQL that is written by hand around it; empty when nothing can answer it."""
        values = self.written.values
        return self.written.sql, tuple(self._value(one.place) if isinstance(one, Given) else one for one in values)

    def _value(self, place: Place) -> Any:
        name, number = place
        return self.given[name] if number is None else self.given[name][number]

    def _rows(self, sql: str) -> list[Row]:
        if not self.written.sql:
            return []
        queryset, (_sql, values) = self.written.queryset, self.sql_with_values()
        compiler, query = copy.copy(self.written.compiler), copy.copy(queryset.query)
        compiler.connection = connections[queryset.db]
        compiler.as_sql = lambda *_args, **_options: (sql, values)  # type: ignore[method-assign]
        query.get_compiler = lambda *_args, **_options: compiler  # type: ignore[method-assign]
        # Of a list of records Django's own reader needs no more than this.
        asked = SimpleNamespace(query=query, db=queryset.db, model=queryset.model, _known_related_objects={})
        return list(cast(Iterable[Row], queryset._iterable_class(cast(Any, asked))))


@contextmanager
def planned_for_these_values() -> Iterator[None]:
    """Let PostgreSQL plan each question in here anew: words that somebody types stand in one row or in all of them."""
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")
        yield


def asked_often(write: Callable[P, QuerySet[Any, Row]]) -> Callable[P, Asked[Row]]:
    """Keep how a question is written; everything it depends on is an argument: a value (never None), or a list of them.

    While it is written its arguments are places for values: compare with them in `filter()`, do nothing else.
    """
    written: dict[tuple[Any, ...], Written] = {}

    def ask(*args: P.args, **kwargs: P.kwargs) -> Asked[Row]:
        given: dict[int | str, Any] = dict(enumerate(args)) | cast(dict[Any, Any], kwargs)
        if None in given.values():
            raise ValueError("nothing equals None in SQL: ask another question")
        # Two houses are two places: lists of another length are another question.
        shape = tuple((name, len(value)) for name, value in given.items() if isinstance(value, list))
        if shape not in written:
            places = {name: _places(name, value) for name, value in given.items()}
            by_place = [places.pop(number) for number in range(len(args))]
            written[shape] = _written(write(*by_place, **places))  # type: ignore[arg-type]
        return Asked(written[shape], given)

    return ask


def _places(name: int | str, value: Any) -> Given | list[Given]:
    if isinstance(value, list):
        return [Given((name, number)) for number in range(len(value))]
    return Given((name, None))


def _written(queryset: QuerySet[Any, Row]) -> Written:
    compiler = queryset.query.get_compiler(queryset.db)
    try:
        sql, values = compiler.as_sql()
    except EmptyResultSet:
        sql, values = "", ()
    if any(isinstance(value, date | time) for value in values):
        raise ValueError("a day or a moment written into a question would stay in it for ever: give it as a value")
    return Written(queryset, compiler, sql, tuple(values))
