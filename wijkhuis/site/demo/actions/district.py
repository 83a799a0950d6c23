"""The city, its houses, who works there, what is there and with whom they work."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.geo import asked_for
from wijkhuis.base.journal.actions import SYSTEM, Actor
from wijkhuis.house.directory.actions import index_key_people
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.neighbourhood import models as places
from wijkhuis.house.neighbourhood.actions import import_outlines
from wijkhuis.house.partners.models import Attendance, Partner, Partnership, Professional
from wijkhuis.house.people.actions import give_role, set_limit
from wijkhuis.house.sources.actions import import_directory
from wijkhuis.house.sources.models import SourceRecord
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.places import place_entries

WORD_FOR_OUR_SOURCE = "demo"


@dataclass
class District:
    """Everything a story can be told with, by the names of the data files."""

    city: places.City
    houses: dict[str, places.House] = field(default_factory=dict)
    neighbourhoods: dict[str, places.Neighbourhood] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    faces: dict[str, Professional] = field(default_factory=dict)
    partnerships: dict[tuple[str, str], Partnership] = field(default_factory=dict)
    key_people: dict[str, KeyPerson] = field(default_factory=dict)
    team: dict[str, dict[str, list[User]]] = field(default_factory=dict)

    def by(self, name: str) -> Actor:
        """Somebody of the team, acting from a machine in their house."""
        return Actor(user=self.users[name], origin="192.0.2.10")


@transaction.atomic
def make_district() -> District:
    """Keep the invented district; the clock says since when it is there."""
    district = _make_city()
    _make_houses(district)
    _make_team(district)
    import_directory(reading.content("map.csv"), source=WORD_FOR_OUR_SOURCE, by=SYSTEM, strict=True)
    records = SourceRecord.objects.filter(source__name=WORD_FOR_OUR_SOURCE).select_related("entry")
    district.entries = {record.number: record.entry for record in records}
    place_entries(district.entries.values(), houses=district.houses.values())
    _make_partners(district)
    _make_faces(district)
    _make_key_people(district)
    return district


def _make_city() -> District:
    told = reading.facts("city")
    city = places.City.objects.create(name=told["name"])
    noord = places.District.objects.create(city=city, name=told["district"])
    district = District(city)
    for name in told["neighbourhoods"]:
        district.neighbourhoods[name] = places.Neighbourhood.objects.create(district=noord, name=name)
    import_outlines(reading.content("outlines.geojson"), by=SYSTEM)
    return district


def _make_houses(district: District) -> None:
    for told in reading.facts("city")["house"]:
        names = ("name", "slug", "governance", "form_of_address", "phone", "email", "welcome", "follow_up_days")
        house = places.House.objects.create(
            city=district.city,
            emergency_numbers=told["emergency"],
            opened_on=clock.today() - timedelta(days=1500),
            **{name: told[name] for name in names},
        )
        house.neighbourhoods.set(district.neighbourhoods[name] for name in told["neighbourhoods"])
        place = places.Place.objects.create(
            house=house,
            name=house.name,
            street=told["street"],
            postcode=told["postcode"],
            town="Dijkstad",
            step_free=True,
            longitude=told["point"][0],
            latitude=told["point"][1],
            located_for=asked_for(told["street"], told["postcode"], "Dijkstad"),
        )
        for weekday, opens, closes in told["open"]:
            places.OpeningHours.objects.create(place=place, weekday=weekday, opens_at=opens, closes_at=closes)
        district.houses[house.slug] = house


def _make_team(district: District) -> None:
    told = reading.facts("team")
    for number, member in enumerate(told["member"], 1):
        name = member["first_name"].lower()
        user = User.objects.create_user(
            f"{name}@{told['domain']}",
            first_name=member["first_name"],
            last_name=member["last_name"],
            function=member["function"],
            phone=f"085 000 03 {number:02d}",
        )
        district.users[name] = user
        house = district.houses.get(member.get("house", ""))
        role = give_role(user, kind=member["kind"], house=house, by=SYSTEM)
        if house:
            district.team.setdefault(house.slug, {}).setdefault(member["kind"], []).append(user)
        if member.get("limit"):
            set_limit(role, limit=member["limit"], by=Actor(user=user))
        if member.get("first_holder") and house:
            house.first_holder = user
            house.save(update_fields=["first_holder"])


def _make_partners(district: District) -> None:
    for told in reading.facts("partners")["partner"]:
        partner = Partner.objects.create(name=told["name"], kind=told["kind"], entry=district.entries[told["entry"]])
        for slug in told["houses"]:
            district.partnerships[partner.name, slug] = Partnership.objects.create(
                partner=partner,
                house=district.houses[slug],
                answer_days=told.get("answer_days"),
                functions=told["functions"],
                function_email=told["email"],
                function_phone=told["phone"],
            )


def _make_faces(district: District) -> None:
    partners = {partner.name: partner for partner in Partner.objects.all()}
    names = ("first_name", "last_name", "function", "ask_me_about", "languages")
    for number, told in enumerate(reading.facts("partners")["face"], 1):
        key = told["first_name"].lower()
        user = district.users.get(told.get("account", ""))
        face = Professional.objects.create(
            partner=partners[told["partner"]],
            user=user,
            for_whom=told.get("for_whom", ""),
            phone=f"06 0000 04 {number:02d}",
            email=user.email if user else f"{key}@partner.example",
            **{name: told[name] for name in names},
        )
        Attendance.objects.bulk_create(
            Attendance(professional=face, house=district.houses[slug], weekday=weekday, starts_at=begins, ends_at=ends)
            for slug, weekday, begins, ends in told["days"]
        )
        district.faces[key] = face


def _make_key_people(district: District) -> None:
    for told in reading.facts("partners")["key_person"]:
        district.key_people[told["name"]] = KeyPerson.objects.create(
            house=district.houses[told["house"]],
            name=told["name"],
            ask_about=told["ask_about"],
            not_about=told.get("not_about", ""),
            reach=told["reach"],
            languages=told["languages"],
            agreed_on=clock.today(),
            agreed_with=district.users[told["agreed_with"]],
            agreed_until=clock.add_months(clock.today(), 18),
        )
    index_key_people()
