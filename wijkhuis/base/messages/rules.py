"""When a message is tried again, when it never is, and what may stand in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from django.utils import timezone

from wijkhuis.base.language.words import tidy

# A few quick tries, then every hour, and on for two days: a night without mail loses nothing.
_MINUTES = [1, 3, 10, 30] + 8 * [60] + 6 * [120] + 6 * [240]
MOST_TRIES = len(_MINUTES) + 1

WIPED_AFTER = timedelta(days=7)
DELETED_AFTER = timedelta(days=90)

ALLOWED = {
    "first_name": 80,
    "who": 80,
    "house": 100,
    "place": 160,
    "date": 40,
    "time": 20,
    "phone": 20,
    "link": 300,
    # The six digits a partner types beside a link that went another way; taken out as soon as the message went.
    "code": 6,
}
_LINK = re.compile(r"https?://[^\s<>\"'\\]+")
# What would become a link, a field or a heading of its own in somebody's mailbox.
_SMUGGLED = re.compile(r"://|www\.|\(\(|\]\(|[<>{}]", re.IGNORECASE)
# A name that anybody may fill in is no address of a website, no number to call and no letter.
_NO_NAME = re.compile(r"\w{2,}\.\w{2,}|[@/]|\d{4}")
_NAMES = ("first_name", "who")

_POSTCODE = re.compile(r"\s(\d{4}\s?[A-Z]{2}\b)")

_NO_SUCH_MAILBOX = {550, 551, 553}
_DID_NOT_ARRIVE = {"temporary-failure", "technical-failure", "validation-failed", "virus-scan-failed", "cancelled"}


class Verdict(Enum):
    """What an error means: try again later, or this address never works."""

    LATER = "later"
    NEVER = "never"


@dataclass(frozen=True)
class Address:
    """Where a message goes: the channel, and an e-mail address, a phone number or the lines of a postal address."""

    channel: str
    to: str


def next_try_in(tries: int) -> timedelta | None:
    """How long to wait after so many tries; None when it is enough (after about two days)."""
    return timedelta(minutes=_MINUTES[tries - 1]) if 1 <= tries <= len(_MINUTES) else None


def after_smtp(code: int, text: str, *, about_recipient: bool) -> Verdict:
    """What an SMTP answer says (RFC 5321, RFC 3463): never when the mailbox does not exist, later for all else.

    A refusal on policy (5.7.x, spam or a blocked sender) says nothing about the address.
    """
    enhanced = re.match(r"\s*5\.(\d{1,3})\.\d{1,3}\b", text)
    if code not in _NO_SUCH_MAILBOX:
        return Verdict.LATER
    if enhanced:
        return Verdict.NEVER if enhanced[1] in ("1", "2") else Verdict.LATER
    return Verdict.NEVER if about_recipient else Verdict.LATER


def after_notify(status_code: int, errors: object) -> Verdict:
    """What an answer of Notify says: never when it finds the address itself invalid, later for all else.

    A wrong template or key is a fault of ours (400, 403) and must not switch off anybody's address.
    """
    if status_code != 400 or not isinstance(errors, list):
        return Verdict.LATER
    for error in errors:
        if isinstance(error, dict) and error.get("error") == "ValidationError":
            field = str(error.get("message", "")).split(" ", 1)[0]
            if field in ("phone_number", "email_address") or field.lower().startswith("address"):
                return Verdict.NEVER
    return Verdict.LATER


def after_report(status: str) -> Verdict | None:
    """What a delivery report of Notify means: never again, did not arrive this time, or None when all is well."""
    if status == "permanent-failure":
        return Verdict.NEVER
    return Verdict.LATER if status in _DID_NOT_ARRIVE else None


def unknown_words(context: Mapping[str, object]) -> list[str]:
    """The keys that may not be in a message at all."""
    return sorted(set(context) - set(ALLOWED))


def plain(context: Mapping[str, object]) -> dict[str, str]:
    """The values as one short line of text each; a value that smuggles something in is left out, never the message.

    Days and times become ISO, so that each language can write them its own way.
    """
    return {key: _harmless(key, _text(value)) for key, value in context.items()}


def _text(value: object) -> str:
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return " ".join(tidy(str(value)).split())


def _harmless(key: str, text: str) -> str:
    if len(text) > ALLOWED[key]:
        return ""
    if key == "link":
        return text if _LINK.fullmatch(text) else ""
    smuggles = _SMUGGLED.search(text) or (key in _NAMES and _NO_NAME.search(text))
    return "" if smuggles else text


def short_text(body: str, *, at_most: int = 459) -> str:
    """A text message of at most three parts (3 x 153 characters) that keeps every link whole."""
    lines = [" ".join(line.split()) for line in body.splitlines() if line.strip()]
    while len("\n".join(lines)) > at_most:
        loose = [number for number, line in enumerate(lines) if "://" not in line]
        if not loose:
            break
        del lines[loose[-1]]
    return "\n".join(lines)


def address_lines(to: str) -> list[str]:
    """A postal address as lines, from lines, or from one line with commas or with a Dutch postcode in it."""
    parts = to.splitlines() if "\n" in to.strip() else _POSTCODE.sub(r",\1", to).split(",")
    return [part.strip() for part in parts if part.strip()]
