"""The link by which somebody leaves an approach again."""

import base64

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from wijkhuis.base.access import count_try
from wijkhuis.loop.approaches.models import Joiner

WRONG_LINKS = {"at_most": 20, "seconds": 600}
LENGTH = 18


def key_of(joiner: Joiner) -> str:
    """What opens the page to leave: its number, and what only this house can make of it."""
    return f"{joiner.pk}-{_mark(joiner.pk)}"


def link_of(joiner: Joiner) -> str:
    """The whole address of that page."""
    return str(settings.SITE_URL) + reverse("approaches:leave", args=[key_of(joiner)])


def joiner_of_key(key: str, *, origin: str) -> Joiner | None:
    """Whose link this is, as long as they join; links that lead nowhere are counted per network address."""
    number, _line, mark = key.partition("-")
    fits = number.isascii() and number.isdigit() and len(number) < 18
    if fits and constant_time_compare(mark, _mark(int(number))):
        found = Joiner.objects.there().select_related("approach__theme__house").filter(pk=number).first()
        if found:
            return found
    count_try("joiner-link", who=origin, **WRONG_LINKS)
    return None


def _mark(number: int) -> str:
    made = salted_hmac("wijkhuis.approaches.joiner", str(number), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made[:LENGTH]).decode()
