"""Points for what is there: always the same, somewhere inside the neighbourhood."""

import hashlib
from collections.abc import Iterable

from wijkhuis.base.geo import asked_for
from wijkhuis.base.geo.shapes import Outline, Point, box_of, corners, lies_in
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.house.neighbourhood.models import Outline as Drawn

# One in so many waits for its point, as it goes when a geocoder is down.
WAITS = 14
STEPS = ("yes", "yes", "yes", "partly", "no", "")


def place_entries(entries: Iterable[Entry], *, houses: Iterable[House]) -> None:
    """Give every address its point and its steps; an address that is the name of a house lies there."""
    known = list(entries)
    shapes = {one.neighbourhood_id: one.shape for one in Drawn.objects.all()}
    at_house = {house.name: place.point for house in houses for place in house.places.all()}
    where = {entry.address: entry.neighbourhood for entry in known if entry.address and entry.neighbourhood}
    somewhere = Neighbourhood.objects.order_by("pk").first()
    for number, entry in enumerate(entry for entry in known if entry.address):
        place = where.get(entry.address) or somewhere
        entry.step_free = STEPS[_number(entry.address) % len(STEPS)]
        if place is None or (number % WAITS == WAITS - 1 and entry.address not in at_house):
            continue
        entry.longitude, entry.latitude = at_house.get(entry.address) or _inside(shapes[place.pk], entry.address)
        entry.lies_in = place
        entry.located_for = asked_for(entry.address, entry.postcode, entry.town)
    Entry.objects.bulk_update(known, ["step_free", "longitude", "latitude", "lies_in", "located_for"])


def _inside(shape: Outline, address: str) -> Point:
    """A point inside an outline that belongs to this address."""
    box = box_of(corners(shape))
    if box is None:
        raise ValueError("an outline without corners")
    for attempt in range(1000):
        across, up = (_number(f"{address} {attempt} {way}") % 1000 / 1000 for way in ("x", "y"))
        point = (box.west + across * (box.east - box.west), box.south + up * (box.north - box.south))
        if lies_in(point, shape):
            return point
    raise ValueError("an outline without an inside")


def _number(words: str) -> int:
    return int(hashlib.sha256(words.encode()).hexdigest()[:8], 16)
