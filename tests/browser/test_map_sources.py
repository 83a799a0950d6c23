"""Lists, sources and what is there twice, in a real browser: readable and touchable, narrow and wide."""

import pytest
from playwright.sync_api import expect

from tests.cast import by
from tests.chromium import DESK
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.actions import change_entry
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.actions import ask_reading, import_directory, merge_entries, propose_pairs
from wijkhuis.house.sources.models import Pair, Reading, Source

pytestmark = pytest.mark.django_db(transaction=True)
GUIDE = """id;naam;soort;omschrijving;telefoon;adres;buurt
1;Eettafel De Kade;activiteit;Elke dinsdag samen eten in de loods aan het water.;010 1234567;Kade 12;Noorderpoort
2;Buurtkoor Noord;activiteit;Zingen zonder noten.;010 5554433;Sluisplein 3;Noorderpoort
3;Zwemgroep;activiteit;Baantjes trekken met een groepje.;;;Waterkant
"""
CITY = """id;naam;telefoon;adres;omschrijving
9;De Kade eettafel;0101234567;Kade 12;Samen eten op dinsdag
8;Koor Noord (buurtkoor);0105554433;Sluisplein 3;Zingen zonder noten.
"""
ODD = b"Kenmerk;Naam voorziening;Wie mag komen;Iets anders\n7;Repair Cafe;iedereen;x\n8;Leesclub;ouderen;y\n"


@pytest.fixture
def lists(city, house, carla, joost):
    import_directory(GUIDE.encode(), source="Wegwijzer Noord", by=SYSTEM)
    import_directory(CITY.encode(), source="Sociale kaart van de stad", by=SYSTEM)
    change_entry(Entry.objects.get(name="Eettafel De Kade"), {"phone": "010 7777777"}, by=by(joost))
    import_directory("\n".join(GUIDE.splitlines()[:3]).encode(), source="Wegwijzer Noord", by=SYSTEM)
    propose_pairs()
    pair = Pair.objects.get(first__name="Buurtkoor Noord")
    merge_entries(pair.first, pair.second, take=[], by=by(carla))
    how = {"strict": False, "is_whole": True, "by": by(carla)}
    bad = b"id;name;email;soort\n1;Schaakclub;schaak;raadsel\n2;;;\n3;Kookclub;kook@club.nl;cursus\n"
    ask_reading("Clubs", content=bad, file_name="clubs.csv", **how)
    ask_reading("Losse lijst", content=ODD, file_name="los.csv", **how)
    return Source.objects.get(name="Wegwijzer Noord")


@pytest.fixture
def office(live_server, page, carla, lists, sign_in):
    """Carla has signed in and opens pages by their address."""
    cookie = sign_in(carla).cookies["huis_sessie"].value
    page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])

    def go(address):
        page.set_viewport_size(DESK)
        page.goto(live_server.url + address)
        return page

    return go


def test_everybody_can_read_and_touch_the_pages_of_sources(office, lists, accessible):
    clubs, loose = Reading.objects.get(source__name="Clubs"), Reading.objects.get(source__name="Losse lijst")
    pages = [
        "/kaart/bronnen/",
        f"/kaart/bronnen/{lists.pk}/",
        f"/kaart/bronnen/{lists.pk}/aanpassen/",
        "/kaart/dubbel/",
        f"/kaart/dubbel/{Pair.objects.get(first__name='Eettafel De Kade').pk}/",
        "/kaart/lijst-inlezen/",
        f"/kaart/lijst-inlezen/{clubs.pk}/",
        f"/kaart/lijst-inlezen/{loose.pk}/kolommen/",
    ]
    for address in pages:
        accessible(office(address), small_outside="p, .nl-skip-link")


def test_carla_makes_one_of_two_and_two_again(office):
    page = office("/kaart/dubbel/")
    page.get_by_role("link", name="Eettafel De Kade en De Kade eettafel").click()
    page.get_by_role("radio", name="De Kade eettafel").check()
    page.get_by_role("button", name="Voeg samen").click()

    expect(page.get_by_text("Deze twee zijn nu één: De Kade eettafel.")).to_be_visible()
    page.get_by_role("button", name="Maak er weer twee van").first.click()

    expect(page.get_by_role("link", name="Eettafel De Kade en De Kade eettafel")).to_be_visible()
