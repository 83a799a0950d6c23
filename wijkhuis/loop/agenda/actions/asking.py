"""Who may change the agenda: the signal group, as long as a meeting is open."""

from django.utils.translation import gettext as _

from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.signals.actions.asking import demand_group


def lock_open(meeting: Meeting, *, by: Actor) -> Meeting:
    """The meeting as it is now, so that two people at once wait for each other; a closed one does not change."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("group__house").get(pk=meeting.pk)
    demand_group(meeting.group.house_id, by=by)
    demand(meeting.closed_at is None, _("This meeting is closed."))
    return meeting
