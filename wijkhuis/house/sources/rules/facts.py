"""What may be said about an entry: which facts there are, and what to say when a value cannot be kept."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkhuis.base.language.words import holds_bsn, tidy
from wijkhuis.house.sources.rules.problems import BadCell

# How many characters fit.
TEXTS = {
    "name": 160, "organisation": 160, "description": 4000, "conditions": 500, "how_to_apply": 500, "costs": 200,
    "area": 120, "address": 200, "postcode": 7, "town": 80, "province": 40, "bag_id": 16, "phone": 30, "email": 254,
    "website": 190, "opening": 300,
}  # fmt: skip
LISTS = {"topics": 60, "audience": 60, "people_say": 120, "languages": 3}
# The highest number that makes sense.
NUMBERS = {"minimum_age": 120, "maximum_age": 120, "capacity": 1_000_000, "places_free": 1_000_000}
CHOICES = {
    "kind": ("organisation", "service", "group", "meeting_place", "scheme", "fund"),
    "step_free": ("", "yes", "partly", "no"),
}
DEGREES = {"latitude": 90, "longitude": 180}
MOST_IN_A_LIST = 40
LONGEST_NUMBER = 120
# Facts that only a new entry gets: afterwards they are ours.
ONLY_NEW = ("uid", "verified_on")

_DIGITS = re.compile(r"\d")
IS_WEBSITE = URLValidator(schemes=["http", "https"])
NO_BSN = gettext_lazy("This looks like a citizen service number. We do not keep that.")
TAKE_IT_OUT = gettext_lazy("Take it out.")


def clean_fact(name: str, value: Any) -> Any:
    """The value of one fact as it can be kept, as JSON; BadCell with a reason when it cannot, KeyError when unknown."""
    if name in TEXTS:
        return _text(name, value)
    if name in LISTS:
        return _list(name, value)
    return OTHERS[name](name, value)


def clean_number(value: str) -> str:
    """The identifier of a record, on one line."""
    number = " ".join(_words(value).split())
    if not number:
        raise BadCell(_("This cell is empty."), _("Every row needs an id and a name."))
    return _short(number, LONGEST_NUMBER)


def is_blank(name: str, value: Any) -> bool:
    """Whether nobody said anything about this fact yet."""
    return value in ("", None, [], False) or (name == "kind" and value == "service")


def is_same(name: str, value: Any, other: Any) -> bool:
    """Whether two values of a fact say the same; the name of an area may be written in capitals."""
    if name == "area":
        return (value or "").casefold() == (other or "").casefold()
    return bool(value == other)


def _text(name: str, value: Any) -> str:
    text = _short(_words("" if value is None else value), TEXTS[name])
    if name != "phone" and _holds_bsn(text):
        raise BadCell(NO_BSN, TAKE_IT_OUT)
    return SPECIAL[name](text) if name in SPECIAL else text


def _words(value: Any) -> str:
    text = str(value)
    if "\x00" in text:
        raise BadCell(_("There is a NUL character in this cell."), TAKE_IT_OUT)
    return tidy(text)


def _holds_bsn(text: str) -> bool:
    # Counting digits first makes a long list three times as fast.
    return len(_DIGITS.findall(text)) >= 9 and holds_bsn(text)


def _short(text: str, most: int) -> str:
    if len(text) > most:
        reason = _("This is %(length)d characters long; at most %(most)d fit.")
        raise BadCell(reason % {"length": len(text), "most": most}, _("Make it shorter."))
    return text


def _list(name: str, value: Any) -> list[str]:
    given = value if isinstance(value, list) else [value] if value else []
    items = list(dict.fromkeys(item for item in (" ".join(_words(part).split()) for part in given) if item))
    if any(len(item) > LISTS[name] for item in items):
        reason = _("One of the items is longer than %(most)d characters.") % {"most": LISTS[name]}
        raise BadCell(reason, _("Separate items with a semicolon (;)."))
    if len(items) > MOST_IN_A_LIST:
        raise BadCell(_("There are more than %(most)d items.") % {"most": MOST_IN_A_LIST}, _("Keep the main ones."))
    if any(_holds_bsn(item) for item in items):
        raise BadCell(NO_BSN, TAKE_IT_OUT)
    return items


def _name(value: str) -> str:
    if not value:
        raise BadCell(_("This cell is empty."), _("Every row needs an id and a name."))
    return " ".join(value.split())


def _email(value: str) -> str:
    try:
        if value:
            validate_email(value)
    except ValidationError:
        raise BadCell(_("This is not an e-mail address."), _("It looks like name@example.nl.")) from None
    return value


def _website(value: str) -> str:
    address = value if not value or "://" in value else f"https://{value}"
    try:
        if address:
            IS_WEBSITE(_short(address, TEXTS["website"]))
    except ValidationError:
        raise BadCell(_("This is not the address of a website."), _("It looks like https://www.example.nl.")) from None
    return address


def _whole(name: str, value: Any) -> int | None:
    if value in ("", None):
        return None
    try:
        number = int(str(value))
    except ValueError:
        number = -1
    if not 0 <= number <= NUMBERS[name]:
        reason = _("This is not a number from 0 to %(most)d.") % {"most": NUMBERS[name]}
        raise BadCell(reason, _("Write the number in digits."))
    return number


def _decimal(name: str, value: Any) -> float | None:
    if value in ("", None):
        return None
    most = DEGREES.get(name, 999_999)
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = most + 1.0
    # Not a number is no number either.
    if not (-most if name in DEGREES else 0) <= number <= most:
        raise BadCell(_("This is not a number that makes sense here."), _("Write the number in digits."))
    return number if name in DEGREES else round(number, 2)


def _choice(name: str, value: Any) -> str:
    if (value or "") not in CHOICES[name]:
        words = ", ".join(word for word in CHOICES[name] if word)
        raise BadCell(_("We do not know this word."), _("Use one of: %(words)s.") % {"words": words})
    return value or ""


def _day(name: str, value: Any) -> str | None:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat() if value else None
    except ValueError:
        raise BadCell(_("This is not a day."), _("It looks like 2026-03-28.")) from None


def _uid(name: str, value: Any) -> str:
    try:
        return str(UUID(str(value)))
    except ValueError:
        raise BadCell(_("This is not an identifier of the standard."), TAKE_IT_OUT) from None


def _flag(name: str, value: Any) -> bool:
    return bool(value)


SPECIAL: dict[str, Callable[[str], str]] = {"name": _name, "email": _email, "website": _website}
OTHERS: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(NUMBERS, _whole),
    **dict.fromkeys(CHOICES, _choice),
    **dict.fromkeys(DEGREES, _decimal),
    "amount": _decimal,
    "is_informal": _flag,
    "capacity_on": _day,
    "verified_on": _day,
    "uid": _uid,
}
# What we keep of a source, by the names of our fields; the neighbourhood is in "area".
FACTS = tuple(name for name in (*TEXTS, *LISTS, *OTHERS) if name not in ONLY_NEW)
