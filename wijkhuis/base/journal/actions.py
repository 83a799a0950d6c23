"""Writing in the journal, in the same transaction as what it tells of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import models

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.models import JournalLine

# Five years, and a day for the leap years in them.
KEPT = timedelta(days=5 * 366)


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
    actor = acting(by)
    at = clock.now()
    JournalLine.objects.bulk_create(
        JournalLine(
            at=at,
            action=action,
            about_kind=about._meta.model_name or "",
            about_id=about.pk,
            house_id=getattr(about, "house_id", None),
            actor=actor.user,
            actor_label=actor.label,
            reason=reason[:120],
            result=result,
            origin=actor.origin,
        )
        for about in abouts
    )


def forget_old_lines() -> int:
    """Delete lines older than five years (NEN 7513 practice); the database refuses anything younger. Gives how many."""
    oldest = clock.now() - KEPT
    return int(JournalLine.objects.filter(at__lt=oldest)._raw_delete(JournalLine.objects.db))
