"""Input at the record of a question becomes clean values."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.ui.fields import day_field
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.models import Answer, Opening, Question, Rung
from wijkhuis.loop.desk.queries.carrying import introductions
from wijkhuis.loop.desk.queries.things import Thing, find_thing


def text_field(label: Any, *, at_most: int, rows: int = 3, **more: Any) -> forms.CharField:
    """Free words over a few lines, in any language."""
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(label=label, max_length=at_most, widget=widget, **more)


def soon() -> date:
    """The next working day."""
    return clock.add_working_days(clock.today(), 1)


class ReasonForm(forms.Form):
    """Why somebody looks outside their own work."""

    why = forms.ChoiceField(choices=Opening.Why.choices, widget=forms.HiddenInput)
    words = forms.CharField(label=_("Another reason, in a few words"), max_length=200, required=False)


class StepForm(forms.Form):
    """What happens next, and when."""

    next_step = forms.CharField(label=_("What is the next step?"), max_length=200)
    next_on = day_field(_("When?"), initial=soon)


class PassForm(StepForm):
    """Which colleague goes on, and with what."""

    to = forms.ModelChoiceField(
        label=_("Who takes this over?"),
        queryset=User.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    field_order = ["to", "next_step", "next_on"]

    def __init__(self, *args: Any, question: Question, **more: Any) -> None:
        super().__init__(*args, **more)
        roles = Role.objects.active(on=clock.today()).filter(
            house_id=question.house_id, kind__in=people_rules.DESK_KINDS
        )
        colleagues = User.objects.filter(pk__in=roles.values("user_id"), is_active=True).exclude(
            pk=question.holder_id or 0
        )
        self.fields["to"].queryset = colleagues.order_by("first_name", "pk")  # type: ignore[attr-defined]
        carrying = introductions(question.house)
        self.fields["to"].label_from_instance = lambda user: carrying.get(user.pk, user.introduction)  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    """What was said at a rung of the ladder."""

    words = text_field(
        _("What was said?"), at_most=5000, required=False, help_text=_("The resident can read this too.")
    )
    rung = forms.ChoiceField(
        label=_("What was it about?"),
        choices=[("", _("nothing in particular")), *Rung.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    tried = forms.CharField(label=_("What was tried already?"), max_length=500, required=False)
    missing = forms.CharField(label=_("What was needed but is not there?"), max_length=500, required=False)
    was_enough = forms.BooleanField(label=_("This was enough; nothing more is needed"), required=False)


class AnswerForm(forms.Form):
    """An answer in words, with something or somebody of the neighbourhood."""

    words = text_field(_("In a few words"), at_most=5000, required=False)
    kind = forms.ChoiceField(
        label=_("What kind of answer is it?"),
        choices=Answer.Kind.choices,
        widget=forms.RadioSelect,
        initial=Answer.Kind.INFORMATION,
    )
    look_for = forms.CharField(label=_("Look for something or somebody"), max_length=200, required=False)
    thing = forms.CharField(label=_("Who or what can help?"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, question: Question, things: list[Thing], **more: Any) -> None:
        super().__init__(*args, **more)
        self.question = question
        choices = [("", _("nothing, only these words")), *((thing.key, thing.label) for thing in things)]
        self.fields["thing"].widget.choices = choices

    def clean(self) -> dict[str, Any]:
        """Turn what was chosen into the record it points to; without words of their own the kind follows from it."""
        cleaned = super().clean() or {}
        cleaned.pop("look_for", None)
        key = cleaned.pop("thing", "")
        found = find_thing(key, house=self.question.house) if key else None
        if key and not found:
            self.add_error("thing", _("This is not there any more. Choose something else."))
        if found:
            cleaned[found.kind] = found.record
            if cleaned.get("kind") == Answer.Kind.INFORMATION:
                cleaned["kind"] = found.answer_kind
        return cleaned


class AnsweredForm(forms.Form):
    """That it is answered for now, and which rung was enough."""

    enough_rung = forms.ChoiceField(
        label=_("What was enough?"),
        choices=[*Rung.choices, ("", _("that is not clear yet"))],
        widget=forms.RadioSelect,
        required=False,
    )
    has_heard = forms.BooleanField(
        label=_("They know the answer already"),
        help_text=_("Then we send no message, and nobody has to tell them."),
        required=False,
    )


class OutcomeForm(forms.Form):
    """What the resident says: is it solved?"""

    outcome = forms.CharField(max_length=10)
    words = text_field(_("What do they say about it?"), at_most=2000, required=False)


class GiveBackForm(forms.Form):
    """What somebody would like to do for others."""

    words = text_field(_("What would they like to do for somebody?"), at_most=1000, required=False)


class ConfirmForm(forms.Form):
    """Yes, do it."""
