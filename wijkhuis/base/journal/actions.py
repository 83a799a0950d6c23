"""Writing in the journal, in the same transaction as what it tells of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection, models

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.models import JournalLine

# Five years, and a day for the leap years in them.
KEPT = timedelta(days=5 * 366)

# A list of thirty people is thirty lines in one statement: a page of a busy desk does not wait for its journal.
WRITE_LINES = """
    insert into journal_journalline
        (at, action, actor_id, actor_label, reason, result, origin, about_kind, about_id, house_id)
    select %s, %s, %s::bigint, %s, %s, %s, %s, *
    from unnest(%s::text[], %s::bigint[], %s::bigint[])
"""


@dataclass(frozen=True)
class Actor:
    """Who acts, and from where. A resident or a partner without an account has a label instead of a user."""

    user: User | None = None
    label: str = ""
    origin: str = ""


def acting(by: User | Actor) -> Actor:
    """The actor behind a user or an actor, so that actions take both."""
    return by if isinstance(by, Actor) else Actor(user=by)


SYSTEM = Actor(label="system")
RESIDENT = Actor(label="resident")


def record(
    action: str, about: models.Model, *, by: User | Actor, reason: str = "", result: str = JournalLine.Result.DONE
) -> None:
    """Write one line about one record."""
    record_each(action, [about], by=by, reason=reason, result=result)


def record_each(
    action: str,
    abouts: Iterable[models.Model],
    *,
    by: User | Actor,
    reason: str = "",
    result: str = JournalLine.Result.DONE,
) -> None:
    """Write one line per record, all in one query: a list of thirty people is thirty lines."""
    actor, records = acting(by), list(abouts)
    if not records:
        return
    kinds = [record._meta.model_name or "" for record in records]
    houses = [getattr(record, "house_id", None) for record in records]
    user_id = actor.user.pk if actor.user else None
    line: list[Any] = [clock.now(), action, user_id, actor.label, reason[:120], str(result), actor.origin]
    with connection.cursor() as cursor:
        cursor.execute(WRITE_LINES, [*line, kinds, [record.pk for record in records], houses])


def forget_old_lines() -> int:
    """Delete lines older than five years (NEN 7513 practice); the database refuses anything younger. Gives how many."""
    oldest = clock.now() - KEPT
    return int(JournalLine.objects.filter(at__lt=oldest)._raw_delete(JournalLine.objects.db))
