"""Services at their places: what is where, near a postcode, in an area."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from wijkhuis.house.directory.models import Entry, Location
from wijkhuis.house.sources.hsds.ids import offer_id
from wijkhuis.house.sources.hsds.parts import is_place
from wijkhuis.house.sources.hsds.writing import with_parts
from wijkhuis.site.api.queries.finding import services, shown
from wijkhuis.site.api.rules.asking import Asked

# An entry, and the number of its place: None is its own, 0 the first further one.
Place = tuple[int, int | None]
EARTH = 6_371_000
IS_SOMEWHERE = ~Q(address="", postcode="", town="", province="", bag_id="", step_free="", latitude=None)


def places(asked: Asked) -> list[Place]:
    """Every place of every service that fits, by numbers only; two queries and one or two for a postcode."""
    entries = services(asked)
    near = None
    if asked.postcode and asked.proximity:
        near = centre_of(asked.postcode)
        if near is None:
            return []
    elif asked.postcode:
        entries = entries.filter(_covers(asked.postcode))
    found: list[tuple[int, int, float | None, float | None]] = []
    own = entries.filter(IS_SOMEWHERE).order_by("pk").values_list("pk", "latitude", "longitude")
    found += [(pk, -1, latitude, longitude) for pk, latitude, longitude in own]
    number: dict[int, int] = {}
    further = Location.objects.filter(entry__in=entries.order_by()).order_by("pk")
    for pk, latitude, longitude in further.values_list("entry_id", "latitude", "longitude"):
        found.append((pk, number.get(pk, 0), latitude, longitude))
        number[pk] = number.get(pk, 0) + 1
    close = (one for one in sorted(found) if near is None or _is_near(one[2], one[3], near, asked.proximity or 0))
    return [(pk, None if place < 0 else place) for pk, place, _latitude, _longitude in close]


def place_of(identifier: UUID) -> Place | None:
    """The place with this identifier; two small queries as long as the map stays as it is."""
    places = Location.objects.filter(entry__in=shown().order_by()).aggregate(Count("pk"), Max("pk"))
    stamp = services(Asked()).order_by().aggregate(Count("pk"), Max("pk"), Max("updated_at"))
    return _known_places((*places.values(), *stamp.values())).get(identifier.bytes)


@lru_cache(maxsize=1)
def _known_places(stamp: tuple[object, ...]) -> dict[bytes, Place]:
    """Every place by its identifier, which follows from that of its entry but not back; as the map was at its stamp."""
    places = Location.objects.filter(entry__in=shown().order_by())
    further = Counter(places.values_list("entry_id", flat=True))
    known = services(Asked()).values_list("pk", "uid")
    return {
        UUID(offer_id(uid, number)).bytes: (pk, number)
        for pk, uid in known
        for number in (None, *range(further.get(pk, 0)))
    }


def entries_at(some: list[Place]) -> Iterator[tuple[Entry, int | None]]:
    """The entries of these places, with all their parts, in the same order; three queries."""
    asked = {pk for pk, _number in some}
    entries = {entry.pk: entry for entry in with_parts(shown().filter(pk__in=asked))}
    for pk, number in some:
        entry = entries.get(pk)
        if entry and (is_place(entry) if number is None else number < len(entry.locations.all())):
            yield entry, number


def centre_of(postcode: str) -> tuple[float, float] | None:
    """The middle of what the map knows at a postcode, or else at its four digits; None when it knows nothing there."""
    for start in (postcode, postcode[:4]):
        points = [*_points(shown(), start), *_points(Location.objects.filter(entry__in=shown().order_by()), start)]
        if points:
            latitudes, longitudes = zip(*points, strict=True)
            return sum(latitudes) / len(points), sum(longitudes) / len(points)
    return None


def _points(located: QuerySet[Entry] | QuerySet[Location], postcode: str) -> list[tuple[float, float]]:
    known = located.filter(_at(postcode), latitude__isnull=False, longitude__isnull=False)
    points = known.values_list("latitude", "longitude")
    return [(float(latitude or 0), float(longitude or 0)) for latitude, longitude in points]


def _at(postcode: str) -> Q:
    return Q(postcode__istartswith=postcode) | Q(postcode__istartswith=f"{postcode[:4]} {postcode[4:]}".strip())


def _covers(postcode: str) -> Q:
    """What is for the whole city, or for a neighbourhood in which this postcode lies as far as the map knows."""
    here = shown().filter(_at(postcode), neighbourhood__isnull=False).order_by().values("neighbourhood")
    return Q(neighbourhood__in=here) | Q(neighbourhood=None, area="")


def _is_near(latitude: float | None, longitude: float | None, near: tuple[float, float], metres: int) -> bool:
    if latitude is None or longitude is None:
        return False
    one, other = radians(latitude), radians(near[0])
    across = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(radians(near[1] - longitude) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(across, 1.0))) <= metres
