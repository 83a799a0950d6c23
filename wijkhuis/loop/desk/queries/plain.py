"""Everything that is kept of somebody, in words they can read: for who asks what the house knows about them."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Field, Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkhuis.base.ui.dates import time_words
from wijkhuis.house.directory.models import KeyPerson

# What a fact is called where its record has no words for it, because no form asks it.
CALLED: dict[str, str | Promise] = {
    "house": gettext_lazy("house"),
    "taken_down_at": gettext_lazy("written down at"),
    "taken_down_by": gettext_lazy("written down by"),
    "taken_up_at": gettext_lazy("taken up at"),
    "holder": gettext_lazy("who has it"),
    "holder_partner": gettext_lazy("who has it, at a partner"),
    "looked_at": gettext_lazy("last looked at"),
    "last_contact_at": gettext_lazy("last contact"),
    "answered_at": gettext_lazy("answered at"),
    "closed_at": gettext_lazy("closed at"),
    "ending": gettext_lazy("how it ended"),
    "ended_before": gettext_lazy("how it ended the time before"),
    "times_reopened": gettext_lazy("how many times it was opened again"),
    "forgotten_at": gettext_lazy("forgotten at"),
    "words_added_at": gettext_lazy("words added at"),
    "to_tell_at": gettext_lazy("there is news to tell since"),
    "reach_changed_at": gettext_lazy("number or address changed at"),
    "talked_at": gettext_lazy("talked about giving back at"),
    "talked_by": gettext_lazy("talked about giving back by"),
    "short_code": gettext_lazy("code on the slip"),
    "ended_on": gettext_lazy("ended on"),
    "speaker": gettext_lazy("who said it"),
    "by": gettext_lazy("written by"),
    "held_at": gettext_lazy("when"),
    "entry": gettext_lazy("something on the map"),
    "professional": gettext_lazy("a professional"),
    "key_person": gettext_lazy("somebody from the neighbourhood"),
    "given_by": gettext_lazy("answered by"),
    "given_by_partner": gettext_lazy("answered by a partner"),
    "given_at": gettext_lazy("answered at"),
    "outcome": gettext_lazy("did it help?"),
    "outcome_at": gettext_lazy("said at"),
    "partnership": gettext_lazy("partner"),
    "sender": gettext_lazy("handed over by"),
    "fields": gettext_lazy("what may go along"),
    "offered_at": gettext_lazy("offered at"),
    "answer_by": gettext_lazy("to be answered before"),
    "reminded_at": gettext_lazy("reminded at"),
    "accepted_at": gettext_lazy("accepted at"),
    "ended_at": gettext_lazy("ended at"),
    "link_until": gettext_lazy("their link works until"),
    "code_tries": gettext_lazy("wrong codes"),
    "due_on": gettext_lazy("to be asked from"),
    "asked_at": gettext_lazy("asked at"),
    "words": gettext_lazy("words"),
    "answered_by": gettext_lazy("asked by"),
    "discussion": gettext_lazy("discussion"),
    "put_by": gettext_lazy("put on it by"),
    "discussed_at": gettext_lazy("talked about at"),
    "done_at": gettext_lazy("done at"),
    "language": gettext_lazy("language"),
    "channel": gettext_lazy("by"),
    "to": gettext_lazy("to"),
    "written_at": gettext_lazy("written at"),
    "send_from": gettext_lazy("to be sent from"),
    "sent_at": gettext_lazy("sent at"),
    "failed_at": gettext_lazy("could not be sent at"),
    "failure": gettext_lazy("why not"),
    "asked_on": gettext_lazy("asked on"),
    "answer": gettext_lazy("answer"),
    "answered_on": gettext_lazy("answered on"),
    "taken_off_on": gettext_lazy("taken off the list on"),
}


def plain(record: Model, *, leave_out: tuple[str, ...] = ()) -> dict[str, str]:
    """The facts of a record by what they are called, in words; what is empty is left out."""
    fields = [one for one in record._meta.concrete_fields if one.editable and not one.primary_key]
    told = {name_of(one): _value(record, one) for one in fields if one.name not in leave_out}
    return {name: said for name, said in told.items() if said}


def name_of(field: "Field[Any, Any]") -> str:
    """What a fact is called: as the form asks it, or as it is written here."""
    is_named = str(field.verbose_name) != field.name.replace("_", " ")
    return str(field.verbose_name if is_named else CALLED.get(field.name, field.verbose_name))


def in_words(value: Any) -> str:
    """A day, a moment, a yes, a list or anything else as somebody reads it; "" for what is not there."""
    if value is None or value is False or value == "":
        return ""
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        return f"{date_format(local, 'j F Y')}, {time_words(local.time())}"
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, list | tuple):
        return ", ".join(in_words(one) for one in value)
    return _("yes") if value is True else str(value)


def _value(record: Model, field: "Field[Any, Any]") -> str:
    value = getattr(record, field.name)
    if isinstance(value, KeyPerson):
        # Their name is for who works in the house only.
        return _("the house knows who")
    if isinstance(value, Model):
        return str(getattr(value, "introduction", value))
    # A list of choices has its words one deeper.
    choices = dict(getattr(getattr(field, "base_field", field), "flatchoices", ()) or ())
    if field.name == "language":
        choices = dict(settings.LANGUAGES)
    several = value if isinstance(value, list) else [value]
    return in_words([choices.get(one, one) for one in several if one not in (None, "", 0, False)])
