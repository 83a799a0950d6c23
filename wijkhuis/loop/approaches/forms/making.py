"""From a theme to an approach: what exists, which way of working, and the plan."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.fields import day_field
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.partners.models import Partner
from wijkhuis.loop.approaches.actions.making import Existing, Plan, Promise
from wijkhuis.loop.approaches.forms.fields import Words
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.approaches.queries.methods import Method


class ExistingForm(WithoutBsn, forms.Form):
    """What exists already, and what we do with it."""

    entries = forms.ModelMultipleChoiceField(
        label=_("What do we use of what is there?"),
        queryset=Entry.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    goes_with = forms.ModelChoiceField(
        label=_("Do we go along with another approach?"),
        queryset=Approach.objects.none(),
        widget=forms.RadioSelect,
        empty_label=_("no"),
        required=False,
    )
    answer = forms.ChoiceField(
        label=_("What do we do?"),
        choices=Approach.Existing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you do with what is there already.")},
    )
    words = Words(
        label=_("How do we use what is there, or why is something new needed?"),
        rows=3,
        max_length=1500,
        error_messages={"required": _("Write it in one sentence. Everybody may read it.")},
    )

    def __init__(self, *args: Any, entries: Sequence[Entry], approaches: Sequence[Approach], **options: Any) -> None:
        super().__init__(*args, **options)
        some, others = self.fields["entries"], self.fields["goes_with"]
        some.queryset = Entry.objects.filter(pk__in=[entry.pk for entry in entries])  # type: ignore[attr-defined]
        others.queryset = Approach.objects.filter(pk__in=[one.pk for one in approaches])  # type: ignore[attr-defined]
        some.label_from_instance = lambda entry: entry.name  # type: ignore[attr-defined]
        for name, there in (("entries", entries), ("goes_with", approaches)):
            if not there:
                del self.fields[name]

    def existing(self) -> Existing:
        """The answer, as the action takes it."""
        data = self.cleaned_data
        return Existing(data["answer"], data["words"], list(data.get("entries", ())), data.get("goes_with"))


class MethodForm(WithoutBsn, forms.Form):
    """Which way of working; one that fits the theme is proposed first."""

    method = forms.ChoiceField(label=_("Which way of working?"), widget=forms.RadioSelect, required=False)
    own = Words(label=_("Or in your own words"), max_length=60, required=False)

    def __init__(self, *args: Any, methods: Sequence[Method], **options: Any) -> None:
        super().__init__(*args, **options)
        self.methods = {method.key: method for method in methods}
        choices = [(method.key, method.name) for method in methods]
        self.fields["method"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        cleaned = super().clean()
        if not self.errors and not cleaned.get("method") and not cleaned.get("own"):
            self.add_error("method", _("Choose a way of working, or write it in your own words."))
        return cleaned


class PromiseForm(WithoutBsn, forms.Form):
    """What somebody promises."""

    name = Words(label=_("Who promises something?"), max_length=120)
    what = Words(label=_("What do they promise?"), max_length=200)
    side = forms.ChoiceField(
        label=_("From which side?"), choices=[("", _("not known")), *Partner.Kind.choices], required=False
    )
    by_on = day_field(_("Before"), required=False)

    def promise(self) -> Promise:
        """The promise, as the action takes it."""
        return Promise(**self.cleaned_data)


class PlanForm(WithoutBsn, forms.Form):
    """The plan: name, owner, first step, and what comes back when."""

    name = Words(label=_("What shall we call it?"), max_length=100)
    plan = Words(label=_("What are we going to do?"), rows=4, max_length=3000, required=False)
    owner_name = Words(
        label=_("Which resident owns this?"),
        max_length=80,
        required=False,
        help_text=_("The people it is about decide. A first name is enough."),
    )
    owner = forms.ModelChoiceField(
        label=_("Does the owner have an account?"),
        queryset=User.objects.none(),
        empty_label=_("no"),
        required=False,
    )
    owner_agrees = forms.BooleanField(label=_("The owner agrees to stand there by first name"), required=False)
    owner_by_on = day_field(
        _("Nobody yet? By when will there be a resident owner?"),
        required=False,
        help_text=_("We remind who supports this when that day has passed."),
    )
    supported_by = forms.ModelChoiceField(
        label=_("Who of the house supports this?"), queryset=User.objects.none(), empty_label=None
    )
    first_step = Words(label=_("What is the first step?"), max_length=200)
    first_step_on = day_field(_("When?"))
    comes_back = Words(
        label=_("What do we hope comes back?"),
        max_length=300,
        help_text=_("What do people in this situation notice of it?"),
    )
    comes_back_on = day_field(_("When do we look whether it did?"))
    is_public = forms.BooleanField(
        label=_("Everybody may read this, from five people on"), required=False, initial=True
    )

    def __init__(self, *args: Any, owners: QuerySet[User], supporters: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, people in (("owner", owners), ("supported_by", supporters)):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = lambda user: user.introduction  # type: ignore[attr-defined]

    def plan_made(self) -> Plan:
        """The plan, as the actions take it."""
        return Plan(**self.cleaned_data)


class ChangedPlanForm(SeenForm, PlanForm):
    """The plan of an approach that goes on already; others may write in it too."""
