"""How a resident finds their question again: its link and a square to scan."""

from datetime import datetime
from hashlib import sha256

import segno
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from wijkhuis.base.messages.addresses import usable
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.rules import Address
from wijkhuis.loop.desk.models import OldLink, Question


def link_of(question: Question, name: str = "mine") -> str:
    """The whole address of a page about one's own question."""
    return str(settings.SITE_URL) + reverse(f"desk:{name}", args=[question.link_token])


def square_of(question: Question) -> str:
    """The link as a square that a phone can scan, as the address of a picture."""
    return segno.make(link_of(question), error="m").svg_data_uri(scale=4, border=2)


def links_sent(question: Question) -> QuerySet[Message]:
    """The messages with the link and the code of a question, newest first, those that still wait too."""
    return Message.objects.filter(
        about_kind="question", about_id=question.pk, house_id=question.house_id, template="desk/link"
    ).order_by("-written_at", "-pk")


def links_sent_to(address: Address, *, since: datetime) -> int:
    """How many links were written to an address since a moment, for whichever question."""
    known = usable(address) or address
    return Message.objects.filter(
        written_at__gt=since, template="desk/link", channel=known.channel, to=known.to
    ).count()


def link_sent(question: Question) -> Message | None:
    """The last message with the link that works now; one with a link that was replaced since does not count."""
    newer = OldLink.objects.filter(question=question, replaced_at__gt=OuterRef("written_at"))
    return links_sent(question).filter(~Exists(newer)).first()


def digest_of(token: str) -> str:
    """How a link that was replaced is kept: nobody can make the link of it."""
    return sha256(token.encode()).hexdigest()


def replaced_link(token: str) -> OldLink | None:
    """The link that somebody still has, when the house gave a new one since."""
    return OldLink.objects.select_related("question__house").filter(digest=digest_of(token)).first()
