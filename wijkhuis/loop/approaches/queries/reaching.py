"""Who left a number or an address at the public page of an approach, to find them again when they ask."""

import re

from wijkhuis.loop.approaches.models import Joiner

# The last digits of a number are the same however it is written: 06 12.., +31 6 12.., 0031612...
ENOUGH = 9
_BETWEEN = re.compile(r"[\s().+-]")
_ADDRESS = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")


def signed_up_with(*, phone: str, email: str) -> list[Joiner]:
    """Who joined without a question and can be reached by this number or address, however they wrote it."""
    number, address = _digits(phone)[-ENOUGH:], email.strip().casefold()
    there = Joiner.objects.kept().filter(question=None).select_related("approach__theme").order_by("pk")
    return [
        joiner
        for joiner in there
        if (len(number) == ENOUGH and _holds_number(number, joiner.how_to_reach))
        or (address and address in _ADDRESS.findall(joiner.how_to_reach.casefold()))
    ]


def _holds_number(number: str, text: str) -> bool:
    """Whether a text holds this number and not a longer one with the same digits in it."""
    whole = rf"(?<!\d)(?:0|(?:00)?310?){number}|{number}(?!\d)"
    return re.search(whole, _BETWEEN.sub("", text)) is not None


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
