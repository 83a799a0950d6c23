"""Bringing two entries together, and undoing that exactly."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Correction, Entry, Location, Meaning, OpeningTime
from wijkhuis.house.sources import access
from wijkhuis.house.sources.actions.corrections import set_fact
from wijkhuis.house.sources.models import Merge, Pair
from wijkhuis.house.sources.queries.differences import value_of
from wijkhuis.house.sources.rules.facts import FACTS

# What is about the two themselves does not move.
STAY = (Pair, Merge, Meaning, Correction)


@transaction.atomic
def merge_entries(kept: Entry, gone: Entry, *, take: Iterable[str], by: Actor) -> Merge:
    """Hide one entry behind another; `take` names the facts that the kept one gets from it.

    The hidden entry stays in the database. What other rooms keep about it points to the kept one from now on, except
    where the kept one has the same already.
    """
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    user = by.user
    if user is None:
        raise NotYours(_("Ask the manager of the house to do this."))
    demand(kept.pk != gone.pk, _("Choose two different entries."))
    kept, gone = _both(kept.pk, gone.pk)
    demand(kept.is_published and gone.is_published, _("One of these two is no longer on the map."))
    chosen = [fact for fact in FACTS if fact in set(take)]
    before: dict[str, Any] = {"facts": _facts(kept, chosen), "was_published": gone.is_published}
    for fact in chosen:
        set_fact(kept, fact, value_of(gone, fact))
    kept.full_clean(exclude=["search", "search_text"])
    kept.save()
    before |= {"became": _facts(kept, chosen), "moved": _move(gone, kept)}
    gone.is_published = False
    gone.save(update_fields=["is_published", "updated_at"])
    index_entries([kept.pk, gone.pk])
    merge = Merge.objects.create(kept=kept, gone=gone, before=before, merged_by=user, merged_at=clock.now())
    record("sources.entries_merged", kept, by=by)
    return merge


@transaction.atomic
def undo_merge(merge: Merge, *, by: Actor) -> None:
    """Make two of one again; a fact that somebody changed since the merge stays as it is now."""
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    demand(merge.undone_at is None, _("This was undone already."))
    later = Merge.objects.filter(undone_at=None, pk__gt=merge.pk).filter(
        models.Q(kept__in=[merge.kept_id, merge.gone_id]) | models.Q(gone__in=[merge.kept_id, merge.gone_id])
    )
    demand(not later.exists(), _("One of these two was merged again later. Undo that first."))
    kept, gone = _both(merge.kept_id, merge.gone_id)
    for fact, value in merge.before["facts"].items():
        if _facts(kept, [fact])[fact] == merge.before["became"][fact]:
            _restore(kept, fact, value)
    kept.save()
    _move_back(merge)
    gone.is_published = merge.before["was_published"]
    gone.save(update_fields=["is_published", "updated_at"])
    index_entries([kept.pk, gone.pk])
    merge.undone_at = clock.now()
    merge.save(update_fields=["undone_at"])
    record("sources.merge_undone", kept, by=by)


def _both(kept: int, gone: int) -> tuple[Entry, Entry]:
    """Both entries, locked in one order so that two people never wait for each other."""
    found = {entry.pk: entry for entry in Entry.objects.select_for_update().filter(pk__in=[kept, gone]).order_by("pk")}
    demand(len(found) == 2, _("One of these two is no longer on the map."))
    return found[kept], found[gone]


def _facts(entry: Entry, facts: Iterable[str]) -> dict[str, Any]:
    """Facts as they are kept; of a place both the neighbourhood and the words of the source."""
    both = {"area": [entry.neighbourhood_id, entry.area]}
    return {fact: both[fact] if fact in both else value_of(entry, fact) for fact in facts}


def _restore(entry: Entry, fact: str, value: Any) -> None:
    if fact == "area":
        entry.neighbourhood_id, entry.area = value
    else:
        setattr(entry, fact, value)


def relations() -> list[models.ForeignKey]:
    """Every field anywhere in the house that points to an entry and moves along."""
    pointing = [
        relation.field
        for relation in Entry._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel) and relation.related_model not in STAY
    ]
    return sorted(pointing, key=_name)


def _name(field: models.ForeignKey) -> str:
    return f"{field.model._meta.label_lower}.{field.name}"


def _move(gone: Entry, kept: Entry) -> dict[str, list[Any]]:
    """Point to the kept entry what pointed to the other; gives the numbers of what moved, by the name of the field."""
    moved: dict[str, list[Any]] = {}
    for field in relations():
        others = field.model._base_manager
        if field.model in (Location, OpeningTime) and others.filter(**{field.name: kept}).exists():
            continue
        for pk in others.filter(**{field.name: gone}).exclude(**_is(field, kept)).values_list("pk", flat=True):
            if _pointed(field, pk, kept.pk):
                moved.setdefault(_name(field), []).append(pk)
    return moved


def _is(field: models.ForeignKey, kept: Entry) -> dict[str, Any]:
    """An entry never becomes its own provider."""
    return {"pk": kept.pk} if field.model is Entry else {"pk": None}


def _pointed(field: models.ForeignKey, pk: Any, entry: int) -> bool:
    """Whether one record could be pointed to another entry; not when there is one like it already."""
    try:
        with transaction.atomic():
            field.model._base_manager.filter(pk=pk).update(**{field.name: entry})
    except IntegrityError:
        return False
    return True


def _move_back(merge: Merge) -> None:
    """Point back what moved and still points to the kept entry."""
    for field in relations():
        numbers = merge.before["moved"].get(_name(field), [])
        still = field.model._base_manager.filter(pk__in=numbers, **{field.name: merge.kept_id})
        still.update(**{field.name: merge.gone_id})
