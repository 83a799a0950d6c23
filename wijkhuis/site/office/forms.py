"""Input of the office becomes clean values."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.words import tidy
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.house.neighbourhood.models import District, House, Neighbourhood, Place
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.queries.carrying import Carrier
from wijkhuis.site.office.queries import Leaving

HOUSE_KINDS = [(kind.value, kind.label) for kind in Role.Kind if kind not in Role.CITY_KINDS]
CITY_KINDS = [(kind.value, kind.label) for kind in Role.CITY_KINDS]
WEEK = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]


class InviteForm(forms.Form):
    """Who is invited, and to do what."""

    first_name = forms.CharField(label=_("First name"), max_length=60)
    last_name = forms.CharField(label=_("Last name"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail address"))
    function = forms.CharField(label=_("Function"), max_length=80, required=False, help_text=_("As residents read it."))
    kind = forms.ChoiceField(label=_("What will they do?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, for_city: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = CITY_KINDS if for_city else HOUSE_KINDS  # type: ignore[attr-defined]


class SettingsForm(SeenForm, forms.ModelForm):
    """How a house works. The bounds are those of the fields."""

    numbers = forms.CharField(
        label=_("Local emergency numbers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One on each line: who, then a colon, then the number. 112, 113 and Veilig Thuis are there already."
        ),
    )

    class Meta:
        model = House
        fields = [
            "phone",
            "email",
            "welcome",
            "form_of_address",
            "governance",
            "first_holder",
            "takes_web_questions",
            "handover_days",
            "follow_up_days",
            "unseen_days",
            "keep_months",
        ]

    def __init__(self, *args: Any, team: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        holders = self.fields["first_holder"]
        holders.queryset = User.objects.filter(pk__in=[user.pk for user in team])  # type: ignore[attr-defined]
        lines = [f"{row['name']}: {row['number']}" for row in self.instance.emergency_numbers or []]
        self.initial["numbers"] = "\n".join(lines)

    def clean_numbers(self) -> list[dict[str, str]]:
        """Lines 'who: number' as rows; a line without a colon is shown back."""
        rows = []
        for line in tidy(self.cleaned_data["numbers"]).splitlines():
            name, colon, number = line.partition(":")
            if line.strip() and not (colon and name.strip() and number.strip()):
                raise forms.ValidationError(_("Write “%(line)s” as: who: number"), params={"line": line})
            if line.strip():
                rows.append({"name": name.strip()[:60], "number": number.strip()[:20]})
        return rows

    def settings(self) -> dict[str, Any]:
        """The clean values under the names of the house."""
        values = dict(self.cleaned_data)
        values["emergency_numbers"] = values.pop("numbers")
        return values


class HoursForm(forms.Form):
    """The week of a place: one stretch a day, empty is closed."""

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {row.weekday: row for row in place.opening_hours.all()}
        for day, name in enumerate(WEEK):
            row = known.get(day)
            for part, words in (("opens", _("from")), ("closes", _("until"))):
                moment = getattr(row, f"{part}_at") if row else None
                self.fields[f"{part}_{day}"] = forms.TimeField(
                    label=f"{name} {words}",
                    required=False,
                    initial=moment,
                    widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                )

    def rows(self) -> list[tuple[Any, Any, Any]]:
        """Per day its name and the two fields."""
        return [(name, self[f"opens_{day}"], self[f"closes_{day}"]) for day, name in enumerate(WEEK)]

    def clean(self) -> dict[str, Any]:
        """Both times or neither, the end after the beginning."""
        values: dict[str, Any] = super().clean() or {}
        for day in range(7):
            opens, closes = values.get(f"opens_{day}"), values.get(f"closes_{day}")
            if bool(opens) != bool(closes):
                self.add_error(f"closes_{day}", _("Fill in both times, or leave both empty."))
            elif opens and closes and opens >= closes:
                self.add_error(f"closes_{day}", _("The closing time comes after the opening time."))
        return values

    def hours(self) -> list[tuple[int, Any, Any]]:
        """The days that are open."""
        values = self.cleaned_data
        return [
            (day, values[f"opens_{day}"], values[f"closes_{day}"]) for day in range(7) if values.get(f"opens_{day}")
        ]


class ClosedDayForm(forms.Form):
    """A day on which the house is closed."""

    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    why = forms.CharField(label=_("Why"), max_length=80, required=False)


SEVERAL = _(
    "More than one question has this name. Fill in a phone number, an e-mail address or a code too, so that nobody "
    "reads about somebody else."
)


class PersonForm(forms.Form):
    """What somebody says to find their own data: all that is filled in must fit."""

    phone = forms.CharField(label=_("Phone number"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    code = forms.CharField(label=_("Code on the slip"), max_length=12, required=False)
    called = forms.CharField(label=_("Name"), max_length=80, required=False)

    def clean(self) -> dict[str, Any]:
        """At least one of them."""
        values: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(tidy(str(value)) for value in values.values()):
            raise forms.ValidationError(_("Fill in at least one of these."))
        return values

    @property
    def says_who(self) -> bool:
        """Whether more than a name was said: a name may be of several people."""
        return any(tidy(self.cleaned_data.get(name) or "") for name in ("phone", "email", "code"))


class HouseForm(forms.ModelForm):
    """A house of the city."""

    street = forms.CharField(label=_("Street and number"), max_length=120)
    postcode = forms.CharField(label=_("Postcode"), max_length=7, required=False)
    town = forms.CharField(label=_("Town"), max_length=80, required=False)

    class Meta:
        model = House
        fields = ["name", "slug", "phone", "governance", "form_of_address", "neighbourhoods", "opened_on", "closed_on"]
        labels = {
            "neighbourhoods": _("Neighbourhoods"),
            "opened_on": _("Open from"),
            "closed_on": _("Closed for good from"),
        }
        help_texts = {"slug": _("Leave this empty, then we make it from the name.")}
        widgets = {
            "neighbourhoods": forms.CheckboxSelectMultiple,
            "opened_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "closed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if not self.instance.pk:
            del self.fields["closed_on"]

    def clean_slug(self) -> str:
        """What was typed, or else the name as an address can have it."""
        slug: str = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("name", ""))[:50]
        if not slug:
            raise forms.ValidationError(self.fields["slug"].error_messages["required"])
        return slug


class DistrictForm(forms.ModelForm):
    """A district of the city."""

    class Meta:
        model = District
        fields = ["name", "cbs_code"]


class NeighbourhoodForm(forms.ModelForm):
    """A neighbourhood of a district."""

    class Meta:
        model = Neighbourhood
        fields = ["district", "name", "cbs_code"]
        labels = {"district": _("District")}


class HeirsForm(forms.Form):
    """Who takes over, for every house where somebody who leaves holds something."""

    def __init__(self, *args: Any, leaving: Sequence[Leaving], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaving = [one for one in leaving if one.needs_an_heir]
        for one in self.leaving:
            people = [(carrier.user.pk, carrier.introduction) for carrier in one.colleagues]
            self.fields[f"to_{one.house.pk}"] = forms.ChoiceField(
                label=_("Who takes this over at %(house)s?") % {"house": one.house.name},
                choices=[("", _("Choose somebody")), *people],
                error_messages={"required": _("Choose who takes this over.")},
            )

    def rows(self) -> list[tuple[Leaving, forms.BoundField]]:
        """Per house what is left behind, and the field that asks who takes it over."""
        return [(one, self[f"to_{one.house.pk}"]) for one in self.leaving]

    def heirs(self) -> dict[int, User | None]:
        """Who takes over, by the number of the house."""
        return {
            one.house.pk: next(
                (
                    carrier.user
                    for carrier in one.colleagues
                    if str(carrier.user.pk) == self.cleaned_data[f"to_{one.house.pk}"]
                ),
                None,
            )
            for one in self.leaving
        }


class CoordinatorForm(forms.Form):
    """Who coordinates for a household from now on."""

    to = forms.ChoiceField(label=_("Who coordinates?"), error_messages={"required": _("Choose who takes this over.")})

    def __init__(self, *args: Any, colleagues: Sequence[Carrier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(carrier.user.pk): carrier.user for carrier in colleagues}
        self.fields["to"].choices = [(carrier.user.pk, carrier.introduction) for carrier in colleagues]  # type: ignore[attr-defined]

    def clean_to(self) -> User:
        """The person behind the choice."""
        return self.colleagues[self.cleaned_data["to"]]
