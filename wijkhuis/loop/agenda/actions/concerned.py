"""Those concerned first: what people in the situation say themselves, written down by the group."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.nameless import nameless
from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.models import Theme


@transaction.atomic
def write_down_concerned(theme: Theme, *, words: str, heard_how: str = "", heard_on: date, by: Actor) -> Concerned:
    """Write down what people in this situation say, without saying who they are."""
    demand_group(theme.house_id, by=by)
    said = nameless(words)[:2000]
    demand(bool(said), _("Write down at least one word."))
    demand(heard_on <= clock.today(), _("This day is still to come."))
    Theme.objects.select_for_update(no_key=True).get(pk=theme.pk)
    kept, is_new = Concerned.objects.get_or_create(
        theme=theme, words=said, heard_how=nameless(heard_how)[:200], heard_on=heard_on, written_by=by.user
    )
    if not is_new:
        return kept
    record("agenda.concerned_heard", theme, by=by)
    return kept


@transaction.atomic
def remove_concerned(concerned: Concerned, *, by: Actor) -> None:
    """Take it away, for example because somebody would rather not be heard this way."""
    demand_group(concerned.theme.house_id, by=by)
    record("agenda.concerned_removed", concerned.theme, by=by)
    concerned.delete()
