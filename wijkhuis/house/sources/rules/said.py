"""What a source says about one thing, in our words; every reader gives this."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Said:
    """One record of a source. A fact that is not there stays as it was; an empty value empties it."""

    # The identifier in that source, for ever the same.
    number: str
    # JSON values by the names of the fields of Entry; the neighbourhood as its name under "area".
    facts: dict[str, Any] = field(default_factory=dict)
    # Further places: fields of Located plus name and note. None: the source says nothing about places.
    locations: list[dict[str, Any]] | None = None
    # Fields of OpeningTime as ISO strings; "location" is a place in the list above, or None.
    times: list[dict[str, Any]] | None = None
    # The number of the provider's own record in the same source.
    provider: str = ""
    # When we last changed this entry before our own table was made, as that table says it.
    changed_at: str = ""
    line: int = 0
