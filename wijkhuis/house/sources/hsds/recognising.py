"""Whether a file that somebody brings is in the standard, and what is in it."""

import io
import re
import zipfile
from itertools import islice

from wijkhuis.house.sources.hsds.opening import ENDINGS
from wijkhuis.house.sources.hsds.reading import read_hsds
from wijkhuis.house.sources.rules.said import Said
from wijkhuis.house.sources.rules.tables import check_file

FIRST = 200_000
SHOWN = 5
# Names that only the standard has; a list of our own has none of them.
_SAYS = re.compile(
    rb'"(?:organization_id|service_at_locations|service_areas|cost_options|legal_status|organization_identifiers|'
    rb'parent_organization_id|year_incorporated|application_process|assured_date|link_entity|total_items)"\s*:'
)


def is_hsds(content: bytes) -> bool:
    """Whether these bytes are JSON, a line per object, or a zip of those, in the words of the standard."""
    if content[:4] == b"PK\x03\x04":
        return _is_zip_of_json(content)
    start = content[:FIRST].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start[:1] in (b"{", b"[") and bool(_SAYS.search(start))


def first_names(content: bytes, *, name: str) -> list[str]:
    """The names of the first things in it, to show somebody; RuleBroken when it cannot be read."""
    check_file(content)
    said = (one for one in islice(read_hsds(content, name=name), 100) if isinstance(one, Said))
    return [str(one.facts.get("name", "")) for one in islice(said, SHOWN)]


def _is_zip_of_json(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return "[Content_Types].xml" not in names and any(name.lower().endswith(ENDINGS) for name in names)
