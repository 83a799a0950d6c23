"""What a host types while talking to somebody. Only the words are needed."""

import secrets
from datetime import datetime, time
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.rules import NEEDED_TO_HEAR_BACK
from wijkhuis.loop.desk.forms.facts import FactsForm, TidyField
from wijkhuis.loop.desk.models import Question, Rung

NOT_A_DAY = _("This day does not exist. Write it as day-month-year, like 24-11-2026.")
NOT_A_TIME = _("This time does not exist. Write it like 14:30.")
CHANNELS = [
    (Question.Channel.DESK, _("At the desk")),
    (Question.Channel.PHONE, _("By phone")),
    (Question.Channel.STREET, _("In the street")),
    (Question.Channel.HOME_VISIT, _("At home")),
]
# While somebody types, the ladder beside it fills; of two answers only the last counts, and nothing else moves.
FILLS_THE_LADDER = {
    "hx-trigger": "input changed delay:400ms, draft:restored from:closest form",
    "hx-sync": "this:replace",
    "hx-swap": "none",
}


def notes_field(label: Any) -> TidyField:
    """A small field for a note at one rung."""
    return TidyField(label=label, required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))


class DeskForm(FactsForm):
    """One question, as it is told at the desk."""

    words = TidyField(
        label=_("What can we help with?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6, "autofocus": True, "dir": "auto", "autocomplete": "off"}),
        error_messages={
            "required": _("Write down the question in the words of the person who asks."),
            "max_length": _("This is longer than we can keep. Make it shorter, in a few sentences."),
        },
    )
    channel = forms.ChoiceField(label=_("How did it come in?"), choices=CHANNELS, initial=Question.Channel.DESK)
    asked_on = forms.DateField(
        label=_("On which day was it asked?"),
        required=False,
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": NOT_A_DAY},
    )
    asked_time = forms.TimeField(
        label=_("At what time?"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": NOT_A_TIME},
    )
    note_self = notes_field(_("Note: what they can do or tried"))
    note_own_people = notes_field(_("Note: own people"))
    note_neighbourhood = notes_field(_("Note: the neighbourhood"))
    note_professional = notes_field(_("Note: professional"))
    missing = TidyField(
        label=_("What was needed but is not there?"),
        required=False,
        max_length=500,
        help_text=_("A few words. So the neighbourhood hears what it lacks."),
    )
    once = TidyField(required=False, max_length=64, widget=forms.HiddenInput)

    field_order = ["words"]

    def __init__(self, *args: Any, house: House, **kwargs: Any) -> None:
        super().__init__(*args, house=house, **kwargs)
        # No maxlength: a browser cuts off what is pasted and says nothing.
        here = {"hx-post": reverse("desk:ladder"), "maxlength": False}
        self.fields["words"].widget.attrs |= FILLS_THE_LADDER | here
        self.initial.setdefault("once", secrets.token_hex(16))

    def clean(self) -> dict[str, Any]:
        """The same facts, and a mark by which the same form is known when it is sent twice."""
        super().clean()
        self.cleaned_data["once"] = self.cleaned_data.get("once") or secrets.token_hex(16)
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """What the question itself needs besides its words."""
        data = self.cleaned_data
        return {name: data[name] for name in ("urgency", "channel", "neighbourhood", "language")} | {
            "asked_at": self._asked_at()
        }

    def wish(self) -> dict[str, str]:
        """How somebody wants to hear back; a field that the chosen way does not need is left out."""
        names = ("called", "way", "for_whom", "street", "language")
        needed = NEEDED_TO_HEAR_BACK.get(self.cleaned_data["way"])
        return {name: self.cleaned_data[name] for name in (*names, *(needed[:1] if needed else ()))}

    def notes(self) -> dict[str, str]:
        """The notes that were written, by rung."""
        written = {rung.value: self.cleaned_data[f"note_{rung.value}"] for rung in Rung}
        return {rung: note for rung, note in written.items() if note}

    def _asked_at(self) -> datetime | None:
        day, at = self.cleaned_data["asked_on"], self.cleaned_data["asked_time"]
        now = timezone.localtime()
        if not day and not at:
            return None
        if not at and day == now.date():
            return None
        return timezone.make_aware(datetime.combine(day or now.date(), at or time(12)))
