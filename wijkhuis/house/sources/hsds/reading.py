"""Open Referral (HSDS 3.1) as a stream of records: a file, a folder, an archive, or an API with pages."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils.translation import gettext as _

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.hsds.fetching import read_address
from wijkhuis.house.sources.hsds.opening import ORGANIZATIONS, SERVICES, hint_of, read_bytes, read_path
from wijkhuis.house.sources.hsds.saying import number_of, organization_said, service_said
from wijkhuis.house.sources.hsds.values import Thing, text_of, things
from wijkhuis.house.sources.rules.problems import BadCell, Problem
from wijkhuis.house.sources.rules.said import Said

MOST_RECORDS = 200_000
SAYS_SERVICE = {"status", "organization_id", "organization", "service_at_locations", "service_areas", "cost_options"}
SAYS_ORGANIZATION = {
    "website",
    "legal_status",
    "organization_identifiers",
    "locations",
    "year_incorporated",
    "services",
}
NEITHER = {"location_type", "location_id", "taxonomy_id", "taxonomy", "term_uri", "openapi_url", "version"}


def read_hsds(content: bytes | Path | str, *, name: str = "") -> Iterator[Said | Problem]:
    """Records in the bytes of a file, at a path, or at an address; RuleBroken when it cannot be read at all.

    An address is read to its end at once, before the first record is given. Organisations come after services: the
    same one is named by many. `name` is that of the file of which these are the bytes, and may say what is in it.
    """
    return _Reading().read(_objects(content, name))


def _objects(content: bytes | Path | str, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(content, bytes):
        return read_bytes(content, hint=hint_of(name))
    return read_path(content) if isinstance(content, Path) else _laid_down(read_address(content))


def _laid_down(objects: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Everything on disk first: a slow source keeps nobody waiting, and half a source is none."""
    kept = TemporaryFile("w+")  # noqa: SIM115
    for one in objects:
        kept.write(json.dumps(one) + "\n")
    kept.seek(0)
    return _taken_up(kept)


def _taken_up(kept: IO[str]) -> Iterator[tuple[str, Any]]:
    with kept:
        for line in kept:
            hint, thing = json.loads(line)
            yield hint, thing


class _Reading:
    """One reading of one source: what was seen, and the organisations that are still to come."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.is_any = False
        self.organizations: dict[str, tuple[int, Thing]] = {}
        self.nested: dict[str, tuple[int, Thing]] = {}

    def read(self, objects: Iterator[tuple[str, Any]]) -> Iterator[Said | Problem]:
        """Everything good as Said, everything else as a Problem, in order."""
        for line, (hint, thing) in enumerate(objects, start=1):
            if line > MOST_RECORDS:
                yield Problem(line, "", _("There are more than 200,000 records."), _("Make smaller files."))
                return
            yield from self._take(thing, hint, line)
        if not self.is_any:
            raise RuleBroken(_("There is no service and no organisation in it."))
        for number, (line, thing) in {**self.nested, **self.organizations}.items():
            if number not in self.seen:
                yield from self._say(organization_said, thing, line)

    def _take(self, thing: Any, hint: str, line: int) -> Iterator[Said | Problem]:
        what = _what(thing, hint)
        self.is_any = self.is_any or what != "-"
        if what == SERVICES:
            self._keep_nested(thing.get("organization"), line)
            yield from self._say(service_said, thing, line)
        elif what == ORGANIZATIONS:
            yield from self._keep_organization(thing, line)
            for service in things(thing.get("services")):
                # A service that is only named here is told elsewhere.
                if "status" in service and "name" in service:
                    nested = {**service, "organization": {"id": thing.get("id"), "name": thing.get("name")}}
                    yield from self._say(service_said, nested, line)
        elif what != "-":
            mend = _("Put services in a file 'services.json' and organisations in 'organizations.json'.")
            yield Problem(line, "", _("This is neither a service nor an organisation."), mend)

    def _keep_nested(self, thing: Any, line: int) -> None:
        if isinstance(thing, dict) and thing.get("name"):
            self.nested.setdefault(text_of(thing.get("id")), (line, thing))

    def _keep_organization(self, thing: Thing, line: int) -> Iterator[Problem]:
        try:
            number = number_of(thing)
            if number in self.organizations:
                raise BadCell(_("This id occurs twice."), _("Give each record an id of its own."))
            self.organizations[number] = (line, thing)
        except BadCell as bad:
            yield Problem(line, "id", bad.reason, bad.mend)

    def _say(self, read: Any, thing: Thing, line: int) -> Iterator[Said | Problem]:
        number = ""
        try:
            number = number_of(thing)
            if number in self.seen:
                raise BadCell(_("This id occurs twice."), _("Give each record an id of its own."))
            self.seen.add(number)
            said = read(thing, line=line)
        except BadCell as bad:
            yield Problem(line, "name" if number and number in self.seen else "id", bad.reason, bad.mend, number)
            return
        if said:
            yield said


def _what(thing: Any, hint: str) -> str:
    """What an object is, by what the source says and else by its properties."""
    if not isinstance(thing, dict):
        return ""
    if hint:
        return hint
    if thing.keys() & SAYS_SERVICE:
        return SERVICES
    if thing.keys() & SAYS_ORGANIZATION:
        return ORGANIZATIONS
    return "-" if thing.keys() & NEITHER else ""
