"""Where entries come from, and what was brought together."""

from wijkhuis.house.sources.models.pairs import Merge, Pair
from wijkhuis.house.sources.models.reading import Reading
from wijkhuis.house.sources.models.sources import Source, SourceRecord

__all__ = ["Merge", "Pair", "Reading", "Source", "SourceRecord"]
