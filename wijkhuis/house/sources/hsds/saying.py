"""An object of the standard in our words."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from wijkhuis.base.language.words import first_words
from wijkhuis.house.sources.hsds.ids import named_id, taxonomy_id
from wijkhuis.house.sources.hsds.placing import with_places
from wijkhuis.house.sources.hsds.terms import AUDIENCE, KIND, TOPICS
from wijkhuis.house.sources.hsds.values import Thing, cut, day_in, is_uuid, labelled, number_in, text_of, things
from wijkhuis.house.sources.hsds.writing import OF_ORGANISATIONS, UNVERIFIED
from wijkhuis.house.sources.rules.facts import LISTS, TEXTS
from wijkhuis.house.sources.rules.problems import BadCell
from wijkhuis.house.sources.rules.said import Said

# Their property, and our fact.
OF_SERVICE = {
    "name": "name",
    "description": "description",
    "url": "website",
    "email": "email",
    "application_process": "how_to_apply",
    "fees_description": "costs",
    "eligibility_description": "conditions",
    "minimum_age": "minimum_age",
    "maximum_age": "maximum_age",
    "assured_date": "verified_on",
}
OF_ORGANIZATION = {"name": "name", "description": "description", "website": "website", "email": "email"}
# They are not on the map of whoever says this.
GONE = ("defunct", "inactive")


def service_said(service: Thing, *, line: int) -> Said | None:
    """What a service says; None when it is no longer there. BadCell when it has no identifier or no name."""
    number, attributes = number_of(service), things(service.get("attributes"))
    labels = labelled(attributes)
    if service.get("status") in GONE and UNVERIFIED not in labels:
        return None
    facts = _facts(service, OF_SERVICE) | _words_said(attributes, labels)
    provider, organisation = _provider(service)
    if organisation and "organisation" not in labels:
        facts["organisation"] = organisation
    facts |= _local(labels, ("organisation", "capacity", "places_free", "capacity_on"))
    facts |= _phone(service) | _area(service) | _languages(service) | _amount(service) | _capacity(service)
    return with_places(service, facts, _offers(service), number=number, provider=provider, line=line)


def organization_said(organization: Thing, *, line: int) -> Said | None:
    """What an organisation says; None when it is only a name that belongs to a service."""
    number, attributes = number_of(organization), things(organization.get("attributes"))
    labels = labelled(attributes)
    facts = _facts(organization, OF_ORGANIZATION) | _words_said(attributes, labels)
    if number == named_id(facts["name"]):
        return None
    facts["kind"] = "organisation"
    facts |= _phone(organization) | _local(labels, ("organisation", "area", *OF_ORGANISATIONS))
    if "languages" in labels:
        facts["languages"] = labels["languages"]
    places = things(organization["locations"]) if "locations" in organization else None
    provider = text_of(organization.get("parent_organization_id"))
    offers = None if places is None else [{"location": place} for place in places]
    return with_places(organization, facts, offers, number=number, provider=provider, line=line)


def number_of(thing: Thing) -> str:
    """The identifier of an object; BadCell when there is none."""
    number = thing.get("id")
    if isinstance(number, int) and not isinstance(number, bool):
        return str(number)[:120]
    if not isinstance(number, str) or not number.strip() or len(number) > 120:
        raise BadCell(_("This record has no id."), _("The standard asks a UUID in 'id'."))
    return text_of(number)


def _facts(thing: Thing, names: dict[str, str]) -> Thing:
    facts: Thing = {}
    for theirs, ours in names.items():
        if theirs not in thing:
            continue
        given = thing[theirs]
        whole = ours in ("minimum_age", "maximum_age")
        facts[ours] = _whole(given) if whole else cut(ours, text_of(given))
    if not facts.get("name"):
        raise BadCell(_("This record has no name."), _("Give it a name: that is what people look for."))
    facts["name"] = first_words(facts["name"], at_most=TEXTS["name"] - 1)
    uid = text_of(thing.get("id"))
    return {**facts, "uid": uid} if is_uuid(uid) else facts


def _whole(value: Any) -> int | None:
    number = number_in(value)
    return int(number) if number is not None and 0 <= number <= 120 else None


def _words_said(attributes: list[Thing], labels: dict[str, list[str]]) -> Thing:
    """Kind, topics and audience; the words of lists that are not ours are topics."""
    if not attributes:
        return {}
    lists: dict[str, list[str]] = {TOPICS: [], AUDIENCE: [], KIND: []}
    ours = {taxonomy_id(name): name for name in lists}
    for term in (one["taxonomy_term"] for one in attributes if isinstance(one.get("taxonomy_term"), dict)):
        name = ours.get(text_of(term.get("taxonomy_id")), TOPICS)
        lists[name].append(text_of(term.get("code" if name == KIND else "name"))[: LISTS[TOPICS]])
    said: Thing = {TOPICS: lists[TOPICS][:40], AUDIENCE: lists[AUDIENCE][:40], "is_informal": "informal" in labels}
    if lists[KIND]:
        said["kind"] = lists[KIND][0]
    return {**said, "people_say": [words[: LISTS["people_say"]] for words in labels.get("people_say", [])][:40]}


def _local(labels: dict[str, list[str]], names: Iterable[str]) -> Thing:
    return {name: cut(name, labels[name][0]) for name in names if name in labels}


def _provider(service: Thing) -> tuple[str, str]:
    """The number of the organisation's own record, and its name."""
    given = service.get("organization")
    nested: Thing = given if isinstance(given, dict) else {}
    number, name = text_of(nested.get("id") or service.get("organization_id")), text_of(nested.get("name"))
    return ("" if name and number == named_id(name) else number), name[: TEXTS["organisation"]]


def _phone(thing: Thing) -> Thing:
    if "phones" not in thing:
        return {}
    numbers = [text_of(one.get("number")) for one in things(thing["phones"])]
    return {"phone": next((number[: TEXTS["phone"]] for number in numbers if number), "")}


def _area(service: Thing) -> Thing:
    areas = things(service.get("service_areas"))
    return {"area": cut("area", text_of(areas[0].get("name")))} if areas else {}


def _languages(service: Thing) -> Thing:
    if "languages" not in service:
        return {}
    codes = [text_of(one.get("code")).lower() for one in things(service["languages"])]
    return {"languages": [code for code in codes if 2 <= len(code) <= 3 and code.isalpha()][:40]}


def _amount(service: Thing) -> Thing:
    options = [one for one in things(service.get("cost_options")) if one.get("currency", "EUR") == "EUR"]
    amount = number_in(options[0].get("amount")) if len(options) == 1 else None
    return {"amount": amount} if amount is not None and 0 <= amount < 1e6 else {}


def _capacity(service: Thing) -> Thing:
    capacities = things(service.get("capacities"))
    if not capacities:
        return {}
    free, most = number_in(capacities[0].get("available")), number_in(capacities[0].get("maximum"))
    said: Thing = {"places_free": int(free) if free is not None and free >= 0 else None, "capacity_on": None}
    if most is not None and most >= 0:
        said["capacity"] = int(most)
    if counted := day_in(text_of(capacities[0].get("updated"))):
        said["capacity_on"] = counted.isoformat()
    return said


def _offers(service: Thing) -> list[Thing] | None:
    return things(service["service_at_locations"]) if "service_at_locations" in service else None
