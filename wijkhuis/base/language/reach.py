"""Finding a telephone number or an e-mail address in what somebody wrote about how to reach them."""

import re

# The last digits of a number are the same however it is written: 06 12.., +31 6 12.., 0031612...
SAME_DIGITS = 9
_BETWEEN = re.compile(r"[\s().+-]")
_ADDRESS = re.compile(r"[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def holds_reach(text: str, *, phone: str, email: str) -> bool:
    """Whether this number or this address stands in a text, and not only inside a longer one."""
    number, address = last_digits(phone), email.strip().casefold()
    joined = _BETWEEN.sub("", text)
    by_number = bool(number) and bool(re.search(_whole(number), joined) or re.search(_among_others(number), text))
    return by_number or (bool(address) and address in _ADDRESS.findall(text.casefold()))


def last_digits(phone: str) -> str:
    """The digits by which a number is the same; "" when it has fewer."""
    digits = "".join(re.findall("[0-9]", phone))
    return digits[-SAME_DIGITS:] if len(digits) >= SAME_DIGITS else ""


def _whole(number: str) -> str:
    return rf"(?<!\d)(?:0|(?:00)?310?){number}|{number}(?!\d)"


def _among_others(number: str) -> str:
    """A number as it is written in full, between other numbers too: from its nought or country to its last digit."""
    between = _BETWEEN.pattern + "*"
    begins = "|".join(between.join(digits) for digits in ("0", "31", "310", "0031", "00310"))
    return rf"(?<!\d)(?:{begins}){between}{between.join(number)}(?!\d)"
