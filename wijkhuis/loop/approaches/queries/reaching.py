"""Who left a number or an address at the public page of an approach, to find them again when they ask."""

from wijkhuis.loop.approaches.models import Joiner

# The last digits of a number are the same however it is written: 06 12.., +31 6 12.., 0031612...
ENOUGH = 9


def signed_up_with(*, phone: str, email: str) -> list[Joiner]:
    """Who joined without a question and can be reached by this number or address, however they wrote it."""
    number, address = _digits(phone)[-ENOUGH:], email.strip().casefold()
    there = Joiner.objects.kept().filter(question=None).select_related("approach__theme").order_by("pk")
    return [
        joiner
        for joiner in there
        if (len(number) == ENOUGH and number in _digits(joiner.how_to_reach))
        or (address and address in joiner.how_to_reach.casefold())
    ]


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
