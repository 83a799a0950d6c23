"""A small map in which every fact that the map can hold occurs somewhere."""

from datetime import date, time, timedelta
from decimal import Decimal

from wijkhuis.base import clock
from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Entry, Location, OpeningTime

FACTS = (
    "name organisation kind is_informal description topics audience people_say conditions minimum_age maximum_age "
    "how_to_apply costs amount languages capacity places_free capacity_on phone email website opening verified_on "
    "address postcode town province bag_id latitude longitude step_free"
).split()
OF_A_PLACE = "name note address postcode town province bag_id latitude longitude step_free".split()
OF_A_TIME = "frequency days opens_at closes_at valid_from valid_to note".split()


def make_rich_map(city, keeper=None):
    """An organisation with everything, its service at two places, a group without a place, and one off the map."""
    today = clock.today()
    welfare = Entry.objects.create(
        name="Welzijn Dijkstad", kind=Entry.Kind.ORGANISATION, organisation="Stichting Samen", email="info@welzijn.nl",
        website="https://welzijn.example.nl/", phone="010 123 45 67", opening="op afspraak", costs="gratis",
        amount=Decimal("0"), languages=["nl", "tr"], minimum_age=18, conditions="woont in Dijkstad",
        topics=["ontmoeten", "geld"], audience=["ouderen"], address="Kade 1", postcode="2531 AB", town="Dijkstad",
        latitude=52.0501, longitude=4.2791, people_say=["het welzijn"], neighbourhood=city.noorderpoort,
        verified_on=today - timedelta(days=10), keeper=keeper, keeper_name="Geheime Gerda",
        keeper_email="gerda@geheim.nl",
    )  # fmt: skip
    loose = OpeningTime.objects.create(entry=welfare, days="MO", opens_at=time(9), closes_at=time(17))
    assert loose.location is None
    budget = Entry.objects.create(
        name="Budgetloket", provider=welfare, organisation="Welzijn Dijkstad", 
        description="Hulp bij schulden & <post>.",
        topics=["geld", "post"], audience=["iedereen"], people_say=["ik kom niet rond", "de muren komen op me af"],
        minimum_age=18, maximum_age=99, conditions="neem uw post mee", how_to_apply="loop binnen",
        costs="eigen bijdrage", amount=Decimal("2.50"), languages=["nl", "ar", "tzm"], capacity=12,
        places_free=3, capacity_on=today,
        neighbourhood=city.noorderpoort, address="Plein 2", postcode="2532 CD", town="Dijkstad",
        province="Zuid-Holland", bag_id="0599010000219378", latitude=52.06, longitude=4.29, step_free="partly",
        phone="0612345678",
        email="budget@welzijn.nl", website="https://welzijn.example.nl/budget", verified_on=today,
        keeper_name="Geheime Gerda", keeper_email="gerda@geheim.nl",
    )  # fmt: skip
    second = Location.objects.create(
        entry=budget, name="De Kade", note="bel aan bij nummer 3", address="Kade 3", postcode="2531 AB",
        town="Dijkstad", latitude=52.0502, longitude=4.2793, step_free="yes",
    )  # fmt: skip
    OpeningTime.objects.create(entry=budget, days="MO,WE", opens_at=time(9), closes_at=time(12, 30), note="met tolk")
    OpeningTime.objects.create(
        entry=budget, location=second, frequency="MONTHLY", days="2TU,-1FR", opens_at=time(14), closes_at=time(16),
        valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
    )  # fmt: skip
    group = Entry.objects.create(
        name="Sorteergroep", kind=Entry.Kind.GROUP, organisation="Bewoners van de Kade", is_informal=True,
        opening="vrijdagochtend", capacity=8, area="Overal", step_free="no", topics=["post"],
    )  # fmt: skip
    walk = Entry.objects.create(name="Wandelclub", kind=Entry.Kind.GROUP, is_informal=True)
    Location.objects.create(entry=walk, name="Start bij de brug", latitude=52.07, longitude=4.3)
    old = Entry.objects.create(name="Oud fonds", kind=Entry.Kind.FUND, organisation="bewoners van de kade", amount=0)
    old.added_on = today - timedelta(days=800)
    old.save()
    hidden = Entry.objects.create(
        name="Verborgen", organisation="Geheime Stichting", is_published=False, topics=["stil"]
    )
    Location.objects.create(entry=hidden, address="Stille straat 1", latitude=52.05, longitude=4.28)
    index_entries()
    return {"welfare": welfare, "budget": budget, "group": group, "walk": walk, "old": old, "hidden": hidden}


def picture_of_the_map():
    """Every published entry with its facts, places and times, to compare two maps."""
    entries = Entry.objects.filter(is_published=True).select_related("neighbourhood", "provider")
    return {str(entry.uid): _picture(entry) for entry in entries.prefetch_related("locations", "times__location")}


def _picture(entry):
    facts = {name: getattr(entry, name) for name in FACTS}
    provider = entry.provider
    shown = provider is not None and provider.is_published
    return facts | {
        "area": entry.neighbourhood.name if entry.neighbourhood else entry.area,
        "provider": str(provider.uid) if shown else None,
        "places": [[getattr(place, name) for name in OF_A_PLACE] for place in entry.locations.all()],
        "times": sorted(
            str([one.location and one.location.name, *(getattr(one, name) for name in OF_A_TIME)])
            for one in entry.times.all()
        ),
    }
