"""What people type in the field, made clean."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.fields import ListField
from wijkhuis.house.directory.models import Entry, KeyPerson, Outcome
from wijkhuis.house.directory.rules.key_people import address_of
from wijkhuis.house.fieldwork.models import Assignment
from wijkhuis.house.fieldwork.rules import DAYS_TO_DO_IT, ENTRIES_CHOSEN
from wijkhuis.house.neighbourhood.models import Neighbourhood

DAY = {"type": "date"}
TITLES = {
    Assignment.Kind.CHECK: _("Look whether these are right"),
    Assignment.Kind.VISIT: _("Visit a place"),
    Assignment.Kind.TALK: _("Talk with three visitors"),
}


class CallForm(WithoutBsn, forms.Form):
    """One line to the colleagues."""

    words = forms.CharField(
        label=_("Do you know someone who ...?"),
        max_length=200,
        help_text=_(
            "For example: speaks Ukrainian and repairs things. No name of a resident, no citizen service number."
        ),
    )


class TipForm(WithoutBsn, forms.Form):
    """One line back."""

    words = forms.CharField(
        label=_("Your tip, in one line"),
        max_length=300,
        help_text=_("Name somebody only when they do not mind. Otherwise: whom can one ask?"),
    )


class GivenForm(WithoutBsn, forms.Form):
    """Who does it, and before when."""

    done_by = forms.ModelChoiceField(User.objects.none(), label=_("Who does it?"), required=False)
    done_by_name = forms.CharField(
        label=_("First name of somebody without an account"),
        max_length=40,
        required=False,
        help_text=_("A student, for example. They take the paper along, and you fill it in."),
    )
    due_on = forms.DateField(label=_("Ready on"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))

    def __init__(self, *args: Any, team: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        offer_people(self.fields["done_by"], team, nobody=_("somebody without an account"))
        self.fields["due_on"].initial = clock.today() + timedelta(days=DAYS_TO_DO_IT)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not values.get("done_by") and not values.get("done_by_name"):
            self.add_error("done_by", _("Choose a colleague, or fill in a first name."))
        due_on = values.get("due_on")
        if due_on and due_on < clock.today():
            self.add_error("due_on", _("Choose a day that is still to come."))
        return values


class AssignmentForm(GivenForm):
    """Something to find out."""

    title = forms.CharField(label=_("What is it?"), max_length=120)
    explanation = forms.CharField(
        label=_("What should they know?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    entries = forms.ModelMultipleChoiceField(
        Entry.objects.none(), label=_("Which entries?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    search = forms.CharField(label=_("Is it not among them? Look for it"), max_length=200, required=False)
    supervisor = forms.ModelChoiceField(User.objects.none(), label=_("Who goes through it?"), empty_label=None)
    field_order = ["title", "entries", "search", "done_by", "done_by_name", "due_on", "explanation", "supervisor"]

    def __init__(
        self,
        *args: Any,
        kind: str,
        offered: Iterable[Entry],
        supervisors: QuerySet[User],
        me: User,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        known = list(offered)
        self.fields["title"].initial = TITLES[Assignment.Kind(kind)]
        offer_people(self.fields["supervisor"], supervisors)
        self.fields["supervisor"].initial = me.pk
        self.fields["entries"].queryset = Entry.objects.filter(pk__in=[one.pk for one in known])  # type: ignore[attr-defined]
        # The order of who was looked at longest ago, which the form would otherwise ask the database for again.
        self.fields["entries"].choices = [(one.pk, one.name) for one in known]  # type: ignore[attr-defined]
        if kind == Assignment.Kind.CHECK:
            self.fields["entries"].initial = [one.pk for one in known[:ENTRIES_CHOSEN]]
            self.fields["entries"].required = True
        elif kind == Assignment.Kind.VISIT:
            self.fields["entries"].label = _("Which place? When it is not on the map: write it above.")
        else:
            del self.fields["entries"], self.fields["search"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        # What was looked for is no part of the assignment.
        values.pop("search", None)
        return values


class FindingForm(WithoutBsn, forms.Form):
    """One card: what was found."""

    outcome = forms.ChoiceField(choices=[("", ""), *Outcome.choices], required=False)
    note = forms.CharField(
        label=_("What did you find?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, is_entry: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_entry = is_entry

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if self.is_entry and not values.get("outcome") and not self.errors:
            self.add_error(None, _("Choose what you found."))
        needs_words = not self.is_entry or values.get("outcome") == Outcome.CHANGED
        if needs_words and not values.get("note") and "note" not in self.errors:
            self.add_error("note", _("Write in a few words what you found."))
        return values


class NewEntryForm(WithoutBsn, forms.Form):
    """The beginning of an entry; the rest follows on the map."""

    name = forms.CharField(label=_("Name"), max_length=160)
    kind = forms.ChoiceField(label=_("Kind"), choices=Entry.Kind.choices, initial=Entry.Kind.GROUP)
    is_informal = forms.BooleanField(label=_("By residents themselves"), required=False)
    description = forms.CharField(
        label=_("What is it?"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    address = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False)
    opening = forms.CharField(label=_("Open when"), max_length=300, required=False)
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.order_by("name"),
        required=False,
        label=_("Neighbourhood"),
        empty_label=_("the whole city"),
    )


class AgreedForm(WithoutBsn, forms.ModelForm):
    """Somebody of a tip who agreed to be asked."""

    languages = ListField(label=_("Speaks"), longest=30)
    agreed = forms.BooleanField(label=_("I asked them myself, and they agreed to be on this list."))

    class Meta:
        model = KeyPerson
        fields = ("name", "ask_about", "not_about", "reach", "languages", "send_to")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("send_to") and address_of(values["send_to"]) is None:
            self.add_error("send_to", _("Is this right? It is no e-mail address and no mobile number."))
        return values


class ClassForm(forms.Form):
    """Which assignments the class looks back on."""

    opdracht = forms.MultipleChoiceField(
        label=_("Which assignments?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, ready: Iterable[Assignment], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["opdracht"].choices = [(one.pk, f"{one.first_name}: {one.title}") for one in ready]  # type: ignore[attr-defined]


class LearntForm(WithoutBsn, forms.Form):
    """What was learnt, for the class."""

    learnt = forms.CharField(
        label=_("What did we learn?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("A few sentences for who did it and for the class. No names of residents."),
    )


def offer_people(field: forms.Field, people: QuerySet[User], *, nobody: str | Promise = "") -> None:
    """Let a field offer these people by first name, read from the database once."""
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = people
    named = [(one.pk, f"{one.first_name} ({one.function})" if one.function else one.first_name) for one in people]
    field.choices = [("", nobody), *named] if nobody else named
