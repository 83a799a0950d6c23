"""Input about a discussion becomes clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.clock import today
from wijkhuis.base.ui.dates import day_words
from wijkhuis.base.ui.fields import day_field
from wijkhuis.loop.desk.forms.record import text_field
from wijkhuis.loop.desk.models import Discussion, DiscussionItem, Question


class PlanForm(forms.Form):
    """A day on which people look at questions together."""

    held_on = day_field(_("On which day?"))


class PutForm(forms.Form):
    """Put a question on a discussion: which one, on what basis, and what is asked."""

    discussion = forms.ModelChoiceField(
        label=_("Which discussion?"), queryset=Discussion.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    basis = forms.ChoiceField(
        label=_("Does the resident agree?"), choices=DiscussionItem.Basis.choices, widget=forms.RadioSelect
    )
    summary = text_field(
        _("What do you ask of the meeting?"),
        at_most=2000,
        help_text=_("In one or two sentences, without names, street or phone number."),
    )

    def __init__(self, *args: Any, question: Question, **more: Any) -> None:
        super().__init__(*args, **more)
        which = self.fields["discussion"]
        planned = Discussion.objects.filter(house_id=question.house_id, closed_at=None)
        which.queryset = planned  # type: ignore[attr-defined]
        which.label_from_instance = lambda one: day_words(one.held_on, today=today())  # type: ignore[attr-defined]


class AgreedForm(forms.Form):
    """What the meeting agreed about one question."""

    agreed = text_field(_("What was agreed?"), at_most=2000)


class AgreedStepForm(forms.Form):
    """A step: who does what, by when."""

    who = forms.CharField(label=_("Who?"), max_length=80)
    what = forms.CharField(label=_("Does what?"), max_length=200)
    by_on = day_field(_("Before which day?"), required=False)


class CloseForm(forms.Form):
    """Who was there."""

    present = text_field(_("Who was there?"), at_most=1000, rows=2)
