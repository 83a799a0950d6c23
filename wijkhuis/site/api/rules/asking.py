"""What somebody asks of a list: each parameter read, or a sentence that says what is wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken

PER_PAGE, MOST_PER_PAGE, MOST_MINIMAL = 50, 500, 50_000
LONGEST_SEARCH = 2000
MOST_METRES = 100_000
# For how many ordinary questions the heaviest question counts, and a search in own words besides.
MOST_WEIGHT, SEARCH_WEIGHT = 150, 4
POSTCODE = re.compile(r"^\d{4}\s?[A-Z]{0,2}$")
FORMATS = ("json", "ndjson")

PAGED = ("search", "page", "per_page", "format")
OF_SERVICES = (*PAGED, *"taxonomy_term_id taxonomy_id organization_id modified_after minimal full".split())
OF_ORGANIZATIONS = (*PAGED, *"full_service full taxonomy_term_id taxonomy_id".split())
OF_PLACES = (
    *PAGED,
    *"taxonomy_term_id taxonomy_id organization_id modified_after full postcode proximity".split(),
)
OF_TERMS = (*PAGED, "taxonomy_id", "top_only", "parent_id")


@dataclass(frozen=True)
class Asked:
    """What was asked, clean."""

    search: str = ""
    page: int = 1
    per_page: int = 0
    format: str = "json"
    taxonomy_term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organization_id: UUID | None = None
    parent_id: UUID | None = None
    modified_after: datetime | None = None
    postcode: str = ""
    proximity: int | None = None
    minimal: bool = False
    full: bool = False
    full_service: bool = False
    top_only: bool = False

    @property
    def size(self) -> int:
        """How many items a page has."""
        if not self.per_page:
            return MOST_MINIMAL if self.minimal else PER_PAGE
        return min(self.per_page, MOST_MINIMAL if self.minimal else MOST_PER_PAGE)

    @property
    def weight(self) -> int:
        """For how many questions this counts: a page of whole things for one per fifty, everything at once for most."""
        if self.format == "ndjson":
            return MOST_WEIGHT
        whole = self.size // PER_PAGE if self.full or self.full_service or self.minimal else 1
        return min(max(whole, 1) + (SEARCH_WEIGHT if self.search else 0), MOST_WEIGHT)


def read_asked(given: dict[str, Any], *, known: tuple[str, ...]) -> Asked:
    """The parameters of a list that are known; others are passed over. RuleBroken (400) when one cannot be read."""
    asked = {name: READERS[name](name, str(given[name])) for name in known if str(given.get(name) or "").strip()}
    if "proximity" in asked and "postcode" not in asked:
        raise wrong("proximity", _("Say from which postcode."))
    return Asked(**asked)


def wrong(name: str, mend: str) -> RuleBroken:
    """A parameter that cannot be read, and how to write it."""
    return RuleBroken(f"{name}: {mend}", status=400)


def _text(name: str, value: str) -> str:
    value = value.replace("\x00", "").strip()
    if name == "format" and value not in FORMATS:
        raise wrong(name, _("Use json or ndjson."))
    if name == "postcode":
        value = value.upper()
        if not POSTCODE.match(value):
            raise wrong(name, _("It looks like 2531 AB."))
        return value.replace(" ", "")
    return value[:LONGEST_SEARCH]


def _number(name: str, value: str) -> int:
    most = MOST_METRES if name == "proximity" else 1_000_000_000
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:12]) <= most:
        raise wrong(name, _("Write a whole number from 1 to %(most)d.") % {"most": most})
    return int(value)


def _flag(name: str, value: str) -> bool:
    if value.lower() not in ("true", "false", "1", "0"):
        raise wrong(name, _("Use true or false."))
    return value.lower() in ("true", "1")


def _uuid(name: str, value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError:
        raise wrong(name, _("This is not a UUID.")) from None


def _moment(name: str, value: str) -> datetime:
    try:
        # A plus in an address that was not written as %2B arrives as a blank.
        moment = datetime.fromisoformat(re.sub(r" (\d\d:\d\d)$", r"+\1", value))
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise wrong(name, _("It looks like 2026-03-28T09:00:00Z.")) from None


READERS: dict[str, Callable[[str, str], Any]] = {
    **dict.fromkeys(("search", "format", "postcode"), _text),
    **dict.fromkeys(("page", "per_page", "proximity"), _number),
    **dict.fromkeys(("taxonomy_term_id", "taxonomy_id", "organization_id", "parent_id"), _uuid),
    **dict.fromkeys(("minimal", "full", "full_service", "top_only"), _flag),
    "modified_after": _moment,
}
