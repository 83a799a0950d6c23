"""A second list, of the city: what it says otherwise, what it dropped, and what is there twice."""

from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.actions import change_entry
from wijkhuis.house.sources.actions import import_directory, propose_pairs
from wijkhuis.house.sources.models import SourceRecord
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District

CITY_LIST = "Sociale kaart van de stad"
CORRECTED, DROPPED = "SK-104", "SK-105"


def make_sources(district: District) -> None:
    """Read the list of the city twice; in between Joost corrects a number and the city drops a group."""
    content = reading.content("city-map.csv")
    import_directory(content, source=CITY_LIST, by=SYSTEM, strict=True)
    corrected = SourceRecord.objects.get(source__name=CITY_LIST, number=CORRECTED).entry
    change_entry(corrected, {"phone": "085 000 00 74"}, by=district.by("joost"))
    lines = [line for line in content.splitlines(keepends=True) if not line.startswith(DROPPED.encode())]
    import_directory(b"".join(lines), source=CITY_LIST, by=SYSTEM, strict=True)
    propose_pairs()
