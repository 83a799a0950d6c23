"""Telling who sits in the group when it meets: the day, the place and who chairs; never what it is about."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.messages.actions import Address, write_message
from wijkhuis.base.messages.models import Channel
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.signals.models import Seat


def tell_group(meeting: Meeting, what: str, *, by: Actor) -> int:
    """Write everybody with an account, but for who does this, that a meeting is planned, changed or cancelled."""
    if meeting.starts_at < clock.now():
        return 0
    seats = Seat.objects.taken(on=clock.today()).filter(group=meeting.group_id, user__is_active=True)
    others = seats.exclude(user=by.user) if by.user else seats
    return sum(_tell(meeting, what, seat) for seat in others.select_related("user"))


def _tell(meeting: Meeting, what: str, seat: Seat) -> int:
    assert seat.user is not None
    moment = timezone.localtime(meeting.starts_at)
    written = write_message(
        template=f"agenda/meeting_{what}",
        to=Address(Channel.EMAIL, seat.user.email),
        language=seat.user.language,
        context={
            "first_name": seat.first_name,
            "house": meeting.group.house.name,
            "date": moment.date().isoformat(),
            "time": moment.time().isoformat("minutes"),
            "place": meeting.place,
            "who": meeting.chair.first_name if meeting.chair else "",
            "link": settings.SITE_URL + reverse("agenda:meetings"),
        },
        about=meeting,
        house_id=meeting.group.house_id,
    )
    return int(written is not None)
