"""What people type about partners and faces, made clean."""

from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.words import holds_bsn
from wijkhuis.base.ui.fields import ListField
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.house.partners.access import without_a_face
from wijkhuis.house.partners.models import Attendance, Partner, Partnership, Professional
from wijkhuis.house.partners.queries import partnerships_of
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.models import Role


class ProfessionalForm(SeenForm, forms.ModelForm):
    """The face of somebody who works in the neighbourhood."""

    languages = ListField(label=_("Speaks"), longest=30)
    neighbourhoods = forms.ModelMultipleChoiceField(
        Neighbourhood.objects.order_by("name"),
        label=_("Works in"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Professional
        fields = (
            "first_name", "last_name", "function", "ask_me_about", "for_whom", "phone", "email", "languages",
            "neighbourhoods",
        )  # fmt: skip

    def clean_ask_me_about(self) -> str:
        """Words without a citizen service number."""
        words: str = self.cleaned_data["ask_me_about"]
        if holds_bsn(words):
            raise forms.ValidationError(
                _("This looks like a citizen service number. We do not keep that. Take it out.")
            )
        return words


class NewProfessionalForm(ProfessionalForm):
    """A new face, with the partner they work for."""

    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Works for"))
    field_order = ("partner",)

    def __init__(self, *args: Any, house: House, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["partner"].queryset = Partner.objects.filter(  # type: ignore[attr-defined]
            pk__in=partnerships_of(house).values("partner")
        )


class AccountForm(forms.Form):
    """To whom a face belongs: a colleague who signs in already, or who is invited by e-mail."""

    user = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Who is it?"),
        widget=forms.RadioSelect,
        required=False,
        blank=True,
        empty_label=_("Somebody who does not sign in here yet"),
    )
    email = forms.EmailField(
        label=_("E-mail address for the invitation"),
        required=False,
        help_text=_("Only needed when you did not choose a name."),
        error_messages={"invalid": _("An e-mail address looks like name@example.nl.")},
    )

    def __init__(self, *args: Any, house: House, **options: Any) -> None:
        super().__init__(*args, **options)
        roles = Role.objects.active(on=clock.today()).filter(house=house, kind__in=people_rules.STAFF_KINDS)
        team = User.objects.filter(pk__in=roles.values("user")).order_by("first_name", "pk")
        self.fields["user"].queryset = without_a_face(team)  # type: ignore[attr-defined]
        self.fields["user"].label_from_instance = lambda user: user.introduction  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A name or an address; with a name the address does not count."""
        values = super().clean() or self.cleaned_data
        if values.get("user"):
            return values | {"email": ""}
        if not values.get("email") and "email" not in self.errors:
            self.add_error("email", _("Choose a colleague, or fill in an e-mail address."))
        return values


class WeekForm(forms.Form):
    """From when until when somebody is in the house, per day."""

    def __init__(self, *args: Any, week: list[Attendance], **options: Any) -> None:
        super().__init__(*args, **options)
        known = {day.weekday: day for day in week}
        for weekday in range(7):
            for name, label in (("starts_at", _("from")), ("ends_at", _("until"))):
                self.fields[f"{name}_{weekday}"] = forms.TimeField(
                    label=label,
                    required=False,
                    initial=getattr(known.get(weekday), name, None),
                    widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                )

    @property
    def days(self) -> list[tuple[Any, forms.BoundField, forms.BoundField]]:
        """Per day its name and two fields."""
        return [(WEEKDAYS[day], self[f"starts_at_{day}"], self[f"ends_at_{day}"]) for day in range(7)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for day in range(7):
            starts, ends = values.get(f"starts_at_{day}"), values.get(f"ends_at_{day}")
            if bool(starts) != bool(ends):
                self.add_error(f"ends_at_{day}", _("Write both when it begins and when it ends, or neither."))
            elif starts and ends and starts >= ends:
                self.add_error(f"ends_at_{day}", _("The end of the day comes after its beginning."))
        return values

    def hours(self) -> list[tuple[int, time, time]]:
        """Day of the week, beginning and end of the days that were filled."""
        values = self.cleaned_data
        days = [(day, values.get(f"starts_at_{day}"), values.get(f"ends_at_{day}")) for day in range(7)]
        return [(day, starts, ends) for day, starts, ends in days if starts and ends]


class PartnershipForm(SeenForm, forms.ModelForm):
    """How a partner can be asked."""

    functions = ListField(
        label=_("Functions you can ask for"),
        longest=80,
        help_text=_("For example: debt counsellor, housing adviser. Separate them by commas."),
    )

    class Meta:
        model = Partnership
        fields = ("answer_days", "functions", "function_email", "function_phone")


class NewPartnershipForm(PartnershipForm):
    """A partner to work with from now on."""

    name = forms.CharField(label=_("Which organisation?"), max_length=120)
    kind = forms.ChoiceField(label=_("What kind of organisation?"), choices=Partner.Kind.choices)
    field_order = ("name", "kind")


class FilterForm(forms.Form):
    """Which faces to show."""

    q = forms.CharField(required=False, max_length=2000)
    day = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, choices=[("", _("every day")), *WEEKDAYS.items()], label=_("Day")
    )
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.none(), required=False, empty_label=_("everywhere"), label=_("Neighbourhood")
    )
    partner = forms.ModelChoiceField(
        Partner.objects.none(), required=False, empty_label=_("all partners"), label=_("Partner")
    )

    def __init__(self, *args: Any, house: House, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["neighbourhood"].queryset = house.neighbourhoods.order_by("name")  # type: ignore[attr-defined]
        partners = Partner.objects.filter(pk__in=partnerships_of(house).values("partner"))
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]
