"""Values of somebody else, read with patience: what is not what it should be is nothing."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from wijkhuis.house.sources.rules.facts import TEXTS

Thing = dict[str, Any]
# Long texts are cut; what is no text but an address is left as it is, and then told.
CUT = ("description", "conditions", "how_to_apply", "costs", "opening", "area", "phone", "address", "town", "province")


def things(value: Any) -> list[Thing]:
    """The objects in a list; nothing when it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text_of(value: Any) -> str:
    """A text of somebody else, without characters that no database keeps."""
    text = str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return text.replace("\x00", "").encode("utf-8", "replace").decode().strip()


def number_in(value: Any) -> float | None:
    """A number that makes sense; nothing when it is none."""
    try:
        number = float(text_of(value))
    except ValueError:
        return None
    return number if abs(number) < 1e9 else None


def is_uuid(value: str) -> bool:
    """Whether it is an identifier as the standard asks."""
    try:
        return bool(UUID(value))
    except ValueError:
        return False


def cut(name: str, text: str) -> str:
    """A text that fits in a fact."""
    return text if name not in CUT or len(text) <= TEXTS[name] else text[: TEXTS[name] - 1].rstrip() + "…"


def labelled(attributes: Iterable[Thing]) -> dict[str, list[str]]:
    """The values of attributes by label."""
    found: dict[str, list[str]] = {}
    for one in attributes:
        if isinstance(one.get("label"), str) and "taxonomy_term" not in one:
            found.setdefault(one["label"], []).append(text_of(one.get("value")))
    return found


def day_in(text: str) -> date | None:
    """The day in a day or a moment; nothing when it is neither."""
    try:
        moment = datetime.fromisoformat(text)
        return timezone.localdate(moment) if moment.tzinfo else moment.date()
    except (ValueError, OverflowError):
        return None
