"""Where things are: addresses become points, and points and outlines become distances and pictures."""

from wijkhuis.base.geo.geocoders import Geocoder, geocoder
from wijkhuis.base.geo.places import Answer, Place, Suggestion, asked_for

__all__ = ["Answer", "Geocoder", "Place", "Suggestion", "asked_for", "geocoder"]
