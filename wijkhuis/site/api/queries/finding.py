"""Entries that everybody may see, as a list that is asked for page by page or as a stream."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from django.db.models import Q, QuerySet

from wijkhuis.base.batches import batches_by_key
from wijkhuis.base.language.words import fold
from wijkhuis.house.directory.access import visible_to_systems
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import search_by_kinds
from wijkhuis.house.sources.hsds.ids import named_id, term_id
from wijkhuis.house.sources.hsds.ids import taxonomy_id as id_of_taxonomy
from wijkhuis.house.sources.hsds.terms import AUDIENCE, KIND, TAXONOMIES, TOPICS
from wijkhuis.house.sources.hsds.writing import with_parts
from wijkhuis.site.api.rules.asking import Asked

BATCH = 200
MOST_FOUND = 500
# A machine wants what fits, not what comes nearest.
FAINT = 0.5


def shown() -> QuerySet[Entry]:
    """What is on the map, for other systems."""
    return visible_to_systems().order_by("pk")


def services(asked: Asked) -> QuerySet[Entry]:
    """Everything that is not an organisation and fits what is asked."""
    return fitting(shown().exclude(kind=Entry.Kind.ORGANISATION), asked)


def fitting(entries: QuerySet[Entry], asked: Asked) -> QuerySet[Entry]:
    """Every filter narrows what the others left."""
    if asked.search:
        (found,) = search_by_kinds(asked.search, groups=[None], limit=MOST_FOUND, faint=FAINT)
        entries = entries.filter(pk__in=[one.entry.pk for one in found])
    if asked.modified_after:
        entries = entries.filter(updated_at__gte=asked.modified_after)
    if asked.organization_id:
        entries = entries.filter(_of_organization(asked.organization_id))
    if asked.taxonomy_id:
        entries = entries.filter(_in_taxonomy(asked.taxonomy_id))
    if asked.taxonomy_term_id:
        entries = entries.filter(_with_term(asked.taxonomy_term_id))
    return entries


def in_batches(entries: QuerySet[Entry]) -> Iterator[Entry]:
    """One entry after another, however many there are, with few in memory."""
    for batch in batches_by_key(with_parts(entries), size=BATCH):
        yield from batch


def part_of(entries: QuerySet[Entry], start: int, stop: int, *, full: bool) -> list[Entry]:
    """A page: first its keys, and only of those all the rest, so that the last page costs what the first does."""
    keys = list(entries.values_list("pk", flat=True)[start:stop])
    found = shown().filter(pk__in=keys)
    return list(with_parts(found) if full else found.select_related("neighbourhood", "provider"))


# Their organisation is not an entry that everybody may see.
BY_NAME = Q(provider=None) | Q(provider__is_published=False) | ~Q(provider__kind=Entry.Kind.ORGANISATION)


def names_without_entry() -> dict[UUID, list[str]]:
    """Organisations of which only the name is known, in all ways it is written, by their identifier; one query."""
    offers = shown().exclude(kind=Entry.Kind.ORGANISATION).exclude(organisation="").filter(BY_NAME)
    names = offers.order_by().values_list("organisation", flat=True).distinct()
    found: dict[UUID, list[str]] = {}
    for name in sorted(names):
        found.setdefault(UUID(named_id(name)), []).append(name)
    return found


def named_organizations(asked: Asked) -> list[list[str]]:
    """Organisations of which only the name is known, that fit what is asked; their services carry the words."""
    if asked.taxonomy_id or asked.taxonomy_term_id:
        theirs = fitting(shown().exclude(kind=Entry.Kind.ORGANISATION), replace(asked, search=""))
        offered = {named_id(name) for name in theirs.order_by().values_list("organisation", flat=True).distinct()}
    else:
        offered = None
    wanted = fold(asked.search)
    return [
        names
        for uid, names in names_without_entry().items()
        if wanted in fold(names[0]) and (offered is None or str(uid) in offered)
    ]


def terms_in_use(taxonomy: str) -> list[str]:
    """The words of one of our lists that occur on the map, in order."""
    if taxonomy == KIND:
        return [kind for kind in Entry.Kind.values if kind != Entry.Kind.ORGANISATION]
    words: set[str] = set()
    for lists in shown().order_by().values_list(taxonomy, flat=True).distinct():
        words.update(lists)
    return sorted(words)


def taxonomy_of(identifier: UUID) -> str | None:
    """Which of our lists this is."""
    return next((name for name in TAXONOMIES if id_of_taxonomy(name) == str(identifier)), None)


def term_of(identifier: UUID) -> tuple[str, str] | None:
    """Which word of which list this is."""
    words = ((name, word) for name in TAXONOMIES for word in terms_in_use(name))
    return next((one for one in words if term_id(*one) == str(identifier)), None)


def _of_organization(identifier: UUID) -> Q:
    names = names_without_entry().get(identifier)
    named = Q(organisation__in=names) & BY_NAME if names else Q(pk=None)
    provided = Q(provider__uid=identifier, provider__is_published=True, provider__kind=Entry.Kind.ORGANISATION)
    return provided | named


def _in_taxonomy(identifier: UUID) -> Q:
    name = taxonomy_of(identifier)
    if name in (TOPICS, AUDIENCE):
        return Q(**{f"{name}__len__gt": 0})
    return ~Q(kind=Entry.Kind.ORGANISATION) if name == KIND else Q(pk=None)


def _with_term(identifier: UUID) -> Q:
    found = term_of(identifier)
    if not found:
        return Q(pk=None)
    name, word = found
    return Q(kind=word) if name == KIND else Q(**{f"{name}__contains": [word]})
