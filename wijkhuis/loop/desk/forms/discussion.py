"""Input about a discussion becomes clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.clock import today
from wijkhuis.base.ui.dates import day_words
from wijkhuis.base.ui.fields import day_field
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.actions import Said
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
        which.initial = planned.values_list("pk", flat=True).first()
        which.label_from_instance = lambda one: day_words(one.held_on, today=today())  # type: ignore[attr-defined]


class ChangeForm(PlanForm):
    """Another day, or somebody else who leads."""

    chair = forms.ModelChoiceField(
        label=_("Who leads the discussion?"), queryset=User.objects.none(), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, data: Any, *, meeting: Discussion) -> None:
        super().__init__(data, initial={"held_on": meeting.held_on, "chair": meeting.chair_id})
        roles = Role.objects.active(on=today()).filter(
            house_id=meeting.house_id, kind__in=people_rules.HOUSE_LIST_KINDS
        )
        who = self.fields["chair"]
        who.queryset = User.objects.filter(pk__in=roles.values("user")).order_by("first_name", "pk")  # type: ignore[attr-defined]
        who.label_from_instance = lambda user: user.introduction  # type: ignore[attr-defined]


class ItemForm(forms.Form):
    """What is typed at one question during the meeting: what was agreed, and one step."""

    agreed = text_field(_("What was agreed?"), at_most=2000, required=False)
    # The words as they stood, so that an old page does not undo what a colleague wrote meanwhile.
    was = forms.CharField(required=False, widget=forms.HiddenInput)
    who = forms.CharField(label=_("Who?"), max_length=80, required=False)
    what = forms.CharField(label=_("Does what?"), max_length=200, required=False)
    by_on = day_field(_("Before which day?"), required=False)

    def __init__(self, data: Any, *, item: DiscussionItem) -> None:
        super().__init__(data, prefix=f"item{item.pk}", initial={"agreed": item.agreed, "was": item.agreed})
        self.item = item

    @property
    def step_fields(self) -> list[forms.BoundField]:
        """The fields of the step."""
        return [self["who"], self["what"], self["by_on"]]

    @property
    def begins_step(self) -> bool:
        """Whether something of a step was typed, so that its fields stay in sight."""
        return any(bound.value() for bound in self.step_fields)

    def clean(self) -> dict[str, Any]:
        """A step says who and what."""
        said = super().clean() or self.cleaned_data
        for name in ("who", "what"):
            if not said.get(name) and self.begins_step and name not in self.errors:
                self.add_error(name, _("Who does what?"))
        return said

    def said(self) -> Said:
        """What is new at this question."""
        data = self.cleaned_data
        is_new = data["agreed"].split() != data["was"].split()
        return Said(self.item, data["agreed"] if is_new else "", data["who"], data["what"], data["by_on"])


class CloseForm(forms.Form):
    """Who was there."""

    present = text_field(_("Who was there?"), at_most=1000, rows=2, required=False)
