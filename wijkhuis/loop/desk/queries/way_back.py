"""How a resident finds their question again: its link and a square to scan."""

import segno
from django.conf import settings
from django.urls import reverse

from wijkhuis.loop.desk.models import Question


def link_of(question: Question, name: str = "mine") -> str:
    """The whole address of a page about one's own question."""
    return str(settings.SITE_URL) + reverse(f"desk:{name}", args=[question.link_token])


def square_of(question: Question) -> str:
    """The link as a square that a phone can scan, as the address of a picture."""
    return segno.make(link_of(question), error="m").svg_data_uri(scale=4, border=2)
