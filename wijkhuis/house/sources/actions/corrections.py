"""What to do where a source says something else than we do."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.neighbourhood.models import Neighbourhood
from wijkhuis.house.sources import access
from wijkhuis.house.sources.actions.details import keep_details
from wijkhuis.house.sources.models import SourceRecord
from wijkhuis.house.sources.queries.details import Details
from wijkhuis.house.sources.queries.differences import WHEN, differences_of, says_when
from wijkhuis.house.sources.rules.facts import FACTS


@transaction.atomic
def take_over(told: SourceRecord, *, fact: str, by: Actor) -> None:
    """Believe the source: its fact becomes ours."""
    told = _mine(told, fact, by)
    entry = Entry.objects.select_for_update().get(pk=told.entry_id)
    if fact == WHEN:
        keep_details({entry.pk: Details.of(told.said)})
    else:
        set_fact(entry, fact, told.said[fact])
    entry.full_clean(exclude=["search", "search_text"])
    entry.save()
    index_entries([entry.pk])
    _look_again(told)
    record("sources.fact_taken_over", entry, by=by, reason=fact)


@transaction.atomic
def keep_ours(told: SourceRecord, *, fact: str, by: Actor) -> None:
    """Believe ourselves: as long as the source says the same, nobody is asked again."""
    told = _mine(told, fact, by)
    when = {name: told.said[name] for name in ("locations", "times") if name in told.said}
    told.kept = {**told.kept, fact: when if fact == WHEN else told.said[fact]}
    told.save(update_fields=["kept"])
    _look_again(told)
    record("sources.fact_kept", told.entry, by=by, reason=fact)


def set_fact(entry: Entry, fact: str, value: object) -> None:
    """Give an entry a fact as a source says it; an area is recognised as a neighbourhood."""
    setattr(entry, fact, value)
    if fact == "area":
        entry.neighbourhood = Neighbourhood.objects.filter(name__iexact=str(value)).order_by("pk").first()


def _mine(told: SourceRecord, fact: str, by: Actor) -> SourceRecord:
    demand(access.may_read_sources(by), _("Ask the manager of the house to do this."), error=NotYours)
    told = SourceRecord.objects.select_for_update().get(pk=told.pk)
    says = says_when(told) if fact == WHEN else fact in FACTS and fact in told.said
    demand(says, _("The source no longer says this."))
    return told


def _look_again(told: SourceRecord) -> None:
    """Whether anything is left to decide about this record."""
    told.refresh_from_db()
    told.differs = bool(differences_of(told))
    told.seen_on = max(told.seen_on, told.entry.updated_at) if not told.differs else told.seen_on
    told.save(update_fields=["differs", "seen_on"])
