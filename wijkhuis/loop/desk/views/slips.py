"""What a resident takes home: a code, a link and who helps."""

from datetime import time
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.ui.dates import time_words
from wijkhuis.house.neighbourhood.models import House, OpeningHours
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk.actions.telling import gets_the_link
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.way_back import link_sent

HEARS = {
    ContactWish.Way.COME_BY: _("Come by after that to hear how it stands."),
    ContactWish.Way.PHONE: _("After that we call you."),
    ContactWish.Way.SMS: _("After that we send you a text message."),
    ContactWish.Way.LETTER: _("After that we send you a letter."),
    ContactWish.Way.EMAIL: _("After that we send you an e-mail."),
    ContactWish.Way.NONE: _("You do not have to do anything."),
}


def slip_of(question: Question) -> dict[str, Any]:
    """Everything on the slip of one question; no theme and none of its words."""
    link = _link(question)
    way = question.contact.way if question.contact else ContactWish.Way.COME_BY
    return {
        "question": question,
        "house": question.house,
        "link": link,
        "link_words": link.removeprefix("https://").removeprefix("http://"),
        "code": spaced(question.short_code or ""),
        "is_late": question.is_late(on=clock.today()),
        "hears": HEARS[ContactWish.Way(way)],
        "qr": segno.make(link, micro=False, error="m").svg_data_uri(scale=4, border=1) if link else "",
    }


def sending_of(question: Question) -> dict[str, Any]:
    """Whether the link and the code can be sent to this person, and the last time that was done; one query."""
    can = gets_the_link(question.contact) and question.link_token is not None
    return {"may_send_link": can, "sent": link_sent(question) if can else None}


def spaced(code: str) -> str:
    """A code in two halves, so that it can be read aloud: 'K7M 2PQ'."""
    half = (len(code) + 1) // 2
    return f"{code[:half]} {code[half:]}".strip()


def open_words(house: House) -> list[str]:
    """When the main place of a house is open, days with the same hours together."""
    by_hours: dict[tuple[time, time], list[int]] = {}
    for one in OpeningHours.objects.filter(place__house=house, place__is_main=True):
        by_hours.setdefault((one.opens_at, one.closes_at), []).append(one.weekday)
    return [
        gettext("%(days)s %(from)s to %(until)s")
        % {"days": _days(days), "from": time_words(hours[0]), "until": time_words(hours[1])}
        for hours, days in by_hours.items()
    ]


def _days(weekdays: list[int]) -> str:
    names = [str(WEEKDAYS[weekday]).lower() for weekday in weekdays]
    if len(names) > 2 and weekdays == list(range(weekdays[0], weekdays[-1] + 1)):
        return gettext("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)


def _link(question: Question) -> str:
    if question.link_token is None:
        return ""
    return settings.SITE_URL + reverse("desk:mine", args=[question.link_token])
