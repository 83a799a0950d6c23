"""Our lists of words: kinds, topics, for whom."""

from uuid import UUID

from wijkhuis.base.language.words import fold
from wijkhuis.house.sources.hsds.terms import TAXONOMIES, write_taxonomy, write_term
from wijkhuis.site.api.queries import finding as query
from wijkhuis.site.api.rules.asking import Asked
from wijkhuis.site.api.rules.pages import Listing, Thing, listing_of


def taxonomies(asked: Asked) -> Listing:
    """The lists of words."""
    return listing_of([one for one in map(write_taxonomy, TAXONOMIES) if _fits(one, asked)])


def taxonomy(uid: UUID) -> Thing | None:
    """One list of words."""
    name = query.taxonomy_of(uid)
    return write_taxonomy(name) if name else None


def terms(asked: Asked) -> Listing:
    """The words that are in use. None stands below another, so all are at the top."""
    lists = [query.taxonomy_of(asked.taxonomy_id)] if asked.taxonomy_id else TAXONOMIES
    if asked.parent_id:
        lists = []
    found = (write_term(name, word) for name in lists if name for word in query.terms_in_use(name))
    return listing_of([one for one in found if _fits(one, asked)])


def term(uid: UUID) -> Thing | None:
    """One word."""
    found = query.term_of(uid)
    return write_term(*found) if found else None


def _fits(thing: Thing, asked: Asked) -> bool:
    return fold(asked.search) in fold(thing["name"])
