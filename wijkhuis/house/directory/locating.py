"""Where the addresses of the map are, asked from the geocoder."""

from collections.abc import Iterable

from django.db.models import F, Func, Q, QuerySet, Value
from django.db.models.functions import NullIf, Replace, Trim, Upper

from wijkhuis.base.geo import Place, asked_for, geocoder
from wijkhuis.base.geo.shapes import Point, lies_in
from wijkhuis.house.directory.models import Entry, Location
from wijkhuis.house.neighbourhood.models import City, Neighbourhood, Outline

AT_ONCE = 100
# So many times no answer in a row, and the rest is for another night.
SILENCES = 3

ASKED_FOR = Func(
    Value(", "),
    NullIf(Trim("address"), Value("")),
    NullIf(Upper(Replace("postcode", Value(" "), Value(""))), Value("")),
    NullIf(Trim("town"), Value("")),
    function="concat_ws",
)
WAITING = ~Q(address="") & ~Q(located_for=ASKED_FOR) & (Q(latitude=None) | ~Q(located_for=""))


def entries_to_locate() -> QuerySet[Entry]:
    """Entries with an address, of their own or of a further place, that nobody was asked for."""
    elsewhere = Location.objects.filter(WAITING).values("entry_id")
    return Entry.objects.filter(WAITING | Q(pk__in=elsewhere))


def locate_some(after_id: int) -> int | None:
    """Ask for the next entries that wait; gives where to go on, None at the end or when nobody answers."""
    silences = 0
    ids = list(entries_to_locate().filter(pk__gt=after_id).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    for pk in ids:
        silences = 0 if locate_entry(pk) else silences + 1
        if silences == SILENCES:
            return None
    return ids[-1] if len(ids) == AT_ONCE else None


def locate_entry(entry_id: int) -> bool:
    """Ask where an entry and its further places are; whether there was an answer to everything."""
    entry = Entry.objects.filter(pk=entry_id).first()
    if entry is None:
        return True
    city = City.objects.first()
    places: Iterable[Entry | Location] = [entry, *entry.locations.all()]
    answers = [_locate(place, town=city.name if city else "") for place in places]
    return all(answers)


def _locate(place: Entry | Location, *, town: str) -> bool:
    if not place.address or place.is_located or (place.point and not place.located_for):
        return True
    answer = geocoder().ask(place.address, place.postcode, place.town or ("" if place.postcode else town))
    if not answer.was_heard:
        return False
    nothing: dict[str, object] = {"latitude": None, "longitude": None}
    known = _known(place, answer.place) if answer.place else nothing
    if isinstance(place, Entry):
        known["lies_in"] = neighbourhood_of(answer.place) if answer.place else None
    words = {name: str(known.get(name, getattr(place, name))) for name in ("address", "postcode", "town")}
    # Only what was asked for: somebody may have changed the address meanwhile.
    same = type(place)._base_manager.filter(
        pk=place.pk, address=place.address, postcode=place.postcode, town=place.town
    )
    same.update(**known, located_for=asked_for(**words))
    return True


def _known(place: Entry | Location, found: Place) -> dict[str, object]:
    """The point, and what was not filled in yet."""
    known: dict[str, object] = {"latitude": found.latitude, "longitude": found.longitude, "bag_id": found.bag_id}
    for name in ("postcode", "town", "province"):
        if not getattr(place, name) and (word := getattr(found, name)):
            known[name] = word
    return known


def neighbourhood_of(found: Place) -> Neighbourhood | None:
    """The neighbourhood by its CBS code, or else the one whose outline holds the point."""
    if found.neighbourhood_code:
        by_code = Neighbourhood.objects.filter(cbs_code=found.neighbourhood_code).first()
        if by_code:
            return by_code
    return neighbourhood_at((found.longitude, found.latitude))


def neighbourhood_at(point: Point) -> Neighbourhood | None:
    """The neighbourhood whose outline holds a point."""
    outlines = Outline.objects.select_related("neighbourhood").order_by(F("neighbourhood_id"))
    return next((one.neighbourhood for one in outlines.iterator(100) if lies_in(point, one.shape)), None)
