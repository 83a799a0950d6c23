"""Who knows where an address is; which one is asked is a setting."""

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings

from wijkhuis.base.geo.pdok import Locatieserver
from wijkhuis.base.geo.places import NOT_HEARD, Answer, Suggestion


class Geocoder(Protocol):
    """Knows where addresses are. Never raises: no answer is an empty answer."""

    def ask(self, address: str, postcode: str = "", town: str = "") -> Answer:
        """Where this address is."""

    def suggest(self, text: str) -> list[Suggestion]:
        """Addresses that begin like this, the likeliest first."""


@dataclass(frozen=True)
class Nobody:
    """Knows no address at all."""

    def ask(self, address: str, postcode: str = "", town: str = "") -> Answer:
        """Nobody answers, so that a later geocoder is asked again."""
        return NOT_HEARD

    def suggest(self, text: str) -> list[Suggestion]:
        """Nothing."""
        return []


def geocoder() -> Geocoder:
    """The geocoder of this installation."""
    return Locatieserver(settings.GEOCODER_URL) if settings.GEOCODER == "pdok" else Nobody()
