"""Addresses written in one way, so that the same one is known again."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import salted_hmac

from wijkhuis.base.language.words import fold, tidy
from wijkhuis.base.messages.models import Channel
from wijkhuis.base.messages.rules import Address, address_lines


def usable(address: Address) -> Address | None:
    """The same address as it is sent to, or None when nothing could ever arrive there."""
    to = {Channel.EMAIL: _email, Channel.SMS: _phone, Channel.LETTER: _postal}[Channel(address.channel)](address.to)
    return Address(address.channel, to) if to else None


def is_mobile(number: str) -> bool:
    """Whether a text message can arrive at this number."""
    try:
        found = phonenumbers.parse(tidy(number), "NL")
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.number_type(found) == phonenumbers.PhoneNumberType.MOBILE)


def digest(address: Address) -> str:
    """A keyed hash: who does not have the key of this house cannot look anybody up."""
    known = usable(address) or address
    return salted_hmac("wijkhuis.messages.address", f"{known.channel}:{fold(known.to)}", algorithm="sha256").hexdigest()


def _email(text: str) -> str:
    text = text.strip()
    try:
        validate_email(text)
    except ValidationError:
        return ""
    return text


def _phone(text: str) -> str:
    try:
        number = phonenumbers.parse(tidy(text), "NL")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _postal(text: str) -> str:
    lines = address_lines(tidy(text))
    return "\n".join(lines) if 2 <= len(lines) <= 7 else ""
