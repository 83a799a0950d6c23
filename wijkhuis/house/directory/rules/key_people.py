"""How long the agreement of a key person holds, and how they hear from us."""

from collections.abc import Iterable
from datetime import date, timedelta

from wijkhuis.base.language.words import fold
from wijkhuis.base.messages.addresses import usable
from wijkhuis.base.messages.models import Channel
from wijkhuis.base.messages.rules import Address

LONGEST_AGREEMENT_MONTHS = 12
ASKED_AGAIN_BEFORE = timedelta(days=30)
KEPT_AFTER = timedelta(days=60)
# What staff type at "speaks", and the languages in which a resident can read our pages.
LANGUAGES = {"nederlands": "nl", "turks": "tr", "arabisch": "ar", "marokkaans": "ar", "engels": "en"}


def may_be_asked(agreed_until: date, *, on: date) -> bool:
    """Whether the agreement still holds on this day; the last day counts."""
    return on <= agreed_until


def is_asked_again(agreed_until: date, *, on: date) -> bool:
    """Whether it is time to ask again: from thirty days before the agreement ends."""
    return on >= agreed_until - ASKED_AGAIN_BEFORE


def fades_on(agreed_until: date) -> date:
    """The day on which somebody who did not agree again is deleted."""
    return agreed_until + KEPT_AFTER


def address_of(send_to: str) -> Address | None:
    """An e-mail address or a mobile number as it is sent to; None when nothing could arrive there."""
    if not send_to:
        return None
    return usable(Address(Channel.EMAIL if "@" in send_to else Channel.SMS, send_to))


def reads(languages: Iterable[str]) -> str:
    """The code of the language in which we write to somebody who speaks these; Dutch when they speak it, or else."""
    known = [LANGUAGES[fold(language)] for language in languages if fold(language) in LANGUAGES]
    return "nl" if "nl" in known or not known else known[0]
