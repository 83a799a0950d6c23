"""What earlier rooms are told of partners."""

from collections.abc import Iterable
from itertools import chain

from wijkhuis.base.language.nameless import names_organisations
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Partner


@names_organisations
def partners_and_houses() -> Iterable[str]:
    """The names of all partners and houses, which everybody may know; two queries."""
    return chain(Partner.objects.values_list("name", flat=True), House.objects.values_list("name", flat=True))
