"""The cast: the people and houses every test tells its story with."""

from datetime import date, time
from types import SimpleNamespace

import pytest
from django.conf import settings

from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.sessions import mark_strong
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.neighbourhood.models import City, District, House, Neighbourhood, OpeningHours, Place
from wijkhuis.house.partners.models import Attendance, Partner, Partnership, Professional
from wijkhuis.house.people.models import Role


def by(user):
    """Somebody acting from the desk."""
    return Actor(user=user, origin="192.0.2.1")


def make_user(first_name, *, function="", **facts):
    """Somebody who can sign in in the tests, by session."""
    user = User(email=f"{first_name.lower()}@huis.test", first_name=first_name, function=function, **facts)
    user.set_unusable_password()
    user.save()
    return user


def make_role(user, kind, house=None, **facts):
    """A role since a year and a day."""
    return Role.objects.create(user=user, kind=kind, house=house, starts_on=date(2020, 1, 1), **facts)


@pytest.fixture
def city(db):
    city = City.objects.create(name="Dijkstad", cbs_code="GM9999")
    district = District.objects.create(city=city, name="Noord")
    return SimpleNamespace(
        city=city,
        district=district,
        noorderpoort=Neighbourhood.objects.create(district=district, name="Noorderpoort"),
        waterkant=Neighbourhood.objects.create(district=district, name="Waterkant"),
    )


def make_house(city, name, slug, *, neighbourhood, **facts):
    house = House.objects.create(city=city.city, name=name, slug=slug, phone="010 123 45 67", **facts)
    house.neighbourhoods.add(neighbourhood)
    place = Place.objects.create(house=house, name=name, street="Kade 1", town="Dijkstad")
    for weekday in range(5):
        OpeningHours.objects.create(place=place, weekday=weekday, opens_at=time(9), closes_at=time(17))
    return house


@pytest.fixture
def house(city, db):
    """De Brug: the house where the stories happen. Its coordinator is the first holder of web questions."""
    house = make_house(city, "De Brug", "de-brug", neighbourhood=city.noorderpoort)
    house.first_holder = make_user("Carla", function="coördinator")
    house.save()
    make_role(house.first_holder, Role.Kind.COORDINATOR, house)
    return house


@pytest.fixture
def other_house(city, db):
    """De Haven: another house of the same city."""
    return make_house(city, "De Haven", "de-haven", neighbourhood=city.waterkant)


@pytest.fixture
def carla(house):
    """Coordinator of De Brug."""
    return house.first_holder


@pytest.fixture
def joost(house):
    """Host at the desk of De Brug."""
    user = make_user("Joost", function="gastheer")
    make_role(user, Role.Kind.HOST, house)
    return user


@pytest.fixture
def mina(house):
    """Another host of De Brug."""
    user = make_user("Mina", function="gastvrouw")
    make_role(user, Role.Kind.HOST, house)
    return user


@pytest.fixture
def wim(house):
    """Volunteer of De Brug."""
    user = make_user("Wim", function="vrijwilliger", needs_second_factor=False)
    make_role(user, Role.Kind.VOLUNTEER, house)
    return user


@pytest.fixture
def bas(house):
    """Manager of De Brug: the building, the team, who looked; no questions."""
    user = make_user("Bas", function="beheerder")
    make_role(user, Role.Kind.HOUSE_MANAGER, house)
    return user


@pytest.fixture
def rita(house):
    """Resident owner at De Brug."""
    user = make_user("Rita", function="bewoner", needs_second_factor=False)
    make_role(user, Role.Kind.RESIDENT_OWNER, house)
    return user


@pytest.fixture
def stef(db):
    """Works at the municipality and sees figures only."""
    user = make_user("Stef", function="wijkregisseur")
    make_role(user, Role.Kind.STEERING)
    return user


@pytest.fixture
def ada(db):
    """Manages users and houses of the city."""
    user = make_user("Ada", function="beheer")
    make_role(user, Role.Kind.ADMINISTRATOR)
    return user


@pytest.fixture
def nils(other_house):
    """Host at De Haven, the other house."""
    user = make_user("Nils", function="gastheer")
    make_role(user, Role.Kind.HOST, other_house)
    return user


@pytest.fixture
def corporation(house):
    """Woonstad: a partner of De Brug with a function people can ask for."""
    partner = Partner.objects.create(name="Woonstad", kind=Partner.Kind.CARE)
    return Partnership.objects.create(
        partner=partner, house=house, functions=["wijkbeheerder"], function_email="wijkbeheer@woonstad.test"
    )


@pytest.fixture
def fatma(corporation):
    """Works for Woonstad, without an account."""
    return Professional.objects.create(
        partner=corporation.partner,
        first_name="Fatma",
        last_name="Yıldız",
        function="woonconsulent",
        ask_me_about="huur, burenoverlast, schimmel",
        email="fatma@woonstad.test",
        phone="0612345678",
    )


@pytest.fixture
def pieter(house):
    """Social worker of the buurtteam, with an account and a role at De Brug."""
    partner = Partner.objects.create(name="Buurtteam Noord", kind=Partner.Kind.CARE)
    Partnership.objects.create(partner=partner, house=house)
    user = make_user("Pieter", function="sociaal werker")
    make_role(user, Role.Kind.PROFESSIONAL, house)
    professional = Professional.objects.create(
        partner=partner,
        user=user,
        first_name="Pieter",
        function="sociaal werker",
        ask_me_about="schulden, brieven, eenzaamheid",
        email="pieter@buurtteam.test",
    )
    for weekday in range(5):
        Attendance.objects.create(
            professional=professional, house=house, weekday=weekday, starts_at=time(9), ends_at=time(12)
        )
    return user


@pytest.fixture
def entries(city):
    """A few things that are there."""
    rows = [
        ("Sorteergroep", Entry.Kind.GROUP, "Samen post en brieven ordenen, met koffie.", ["administratie"]),
        ("Eettafel De Brug", Entry.Kind.MEETING_PLACE, "Samen eten op dinsdag en donderdag.", ["ontmoeten"]),
        ("Budgetloket", Entry.Kind.SERVICE, "Hulp bij geldzorgen en schulden.", ["geld"]),
    ]
    kept = [
        Entry.objects.create(name=name, kind=kind, description=text, topics=topics, neighbourhood=city.noorderpoort)
        for name, kind, text, topics in rows
    ]
    index_entries()
    return kept


@pytest.fixture
def sign_in(client):
    """Sign somebody in, second factor and all, and return the browser."""

    def go(user, *, browser=client):
        browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        session = browser.session
        mark_strong(session)
        session.save()
        return browser

    return go
