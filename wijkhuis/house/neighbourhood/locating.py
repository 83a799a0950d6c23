"""Where the places of houses are, asked from the geocoder."""

from wijkhuis.base.geo import asked_for, geocoder
from wijkhuis.house.neighbourhood.models import Place


def places_to_locate() -> list[Place]:
    """Places of houses with an address that nobody was asked for."""
    return [place for place in Place.objects.exclude(street="") if not place.is_located]


def locate_place(place_id: int) -> None:
    """Ask where a place is and keep its point; when nobody answers it stays as it is, to be asked again."""
    place = Place.objects.filter(pk=place_id).first()
    if place is None or place.is_located:
        return
    answer = geocoder().ask(place.street, place.postcode, place.town)
    if answer.was_heard:
        found = answer.place
        # Only what was asked for: somebody may have changed the address meanwhile.
        Place.objects.filter(pk=place.pk, street=place.street, postcode=place.postcode, town=place.town).update(
            latitude=found.latitude if found else None,
            longitude=found.longitude if found else None,
            located_for=asked_for(place.street, place.postcode, place.town),
        )
