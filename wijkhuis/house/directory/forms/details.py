"""Rows of further places and times: what is emptied goes, what is filled in comes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.dates import weekday_words
from wijkhuis.house.directory.models import Entry, Location, OpeningTime
from wijkhuis.house.directory.rules.times import days_of, write_days

HOURS = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
EXTRA = 2
MOST = 40
RHYTHMS = [
    ("0", _("every week")),
    ("1", _("the first of the month")),
    ("2", _("the second of the month")),
    ("3", _("the third of the month")),
    ("4", _("the fourth of the month")),
    ("5", _("the fifth of the month")),
    ("-1", _("the last of the month")),
]


class Row(WithoutBsn, forms.Form):
    """One row; a row with nothing in it is left out."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PlaceRow(Row):
    """A further place."""

    name = forms.CharField(label=_("Name of the place"), max_length=160, required=False)
    address = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=7, required=False)
    town = forms.CharField(label=_("Town"), max_length=80, required=False)
    step_free = forms.ChoiceField(
        label=_("Without steps"), required=False, choices=[("", "---------"), *Location.StepFree.choices]
    )
    note = forms.CharField(label=_("How to get there or in"), max_length=300, required=False)


class TimeRow(Row):
    """A time, every week or on some days of the month."""

    weekdays = forms.MultipleChoiceField(label=_("Days"), required=False, widget=forms.CheckboxSelectMultiple)
    rhythm = forms.ChoiceField(label=_("How often"), required=False, choices=RHYTHMS)
    opens_at = forms.TimeField(label=_("From"), required=False, widget=HOURS)
    closes_at = forms.TimeField(label=_("Until"), required=False, widget=HOURS)
    location_id = forms.TypedChoiceField(label=_("Where"), required=False, coerce=int, empty_value=None)
    valid_from = forms.DateField(label=_("First day"), required=False, widget=DAY)
    valid_to = forms.DateField(label=_("Last day"), required=False, widget=DAY)
    note = forms.CharField(label=_("What else"), max_length=300, required=False)

    def __init__(self, *args: Any, places: Iterable[tuple[int, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["weekdays"].choices = [(str(day), weekday_words(day)) for day in range(7)]  # type: ignore[attr-defined]
        self.fields["location_id"].choices = [("", _("the first place")), *places]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        opens, closes = values.get("opens_at"), values.get("closes_at")
        if opens and closes and opens >= closes:
            self.add_error("closes_at", _("The closing time comes after the opening time."))
        if (opens or closes) and not values.get("weekdays"):
            self.add_error("weekdays", _("Choose at least one day."))
        return values


class Rows:
    """The rows of places and times on the form of one entry."""

    def __init__(self, entry: Entry | None, data: QueryDict | None = None) -> None:
        places = list(entry.locations.all()) if entry else []
        names = [(place.pk, str(place)) for place in places]
        times = _time_rows(entry.times.all()) if entry else []
        sent = data if data and "times-TOTAL_FORMS" in data and "places-TOTAL_FORMS" in data else None
        self.places = _set(PlaceRow)(sent, prefix="places", initial=[_place_row(place) for place in places])
        self.times = _set(TimeRow)(sent, prefix="times", initial=times, form_kwargs={"places": names})
        self.is_sent = sent is not None

    def is_valid(self) -> bool:
        """Whether all rows are good; a form without rows leaves them as they are."""
        return not self.is_sent or (self.places.is_valid() & self.times.is_valid())

    @property
    def said(self) -> object:
        """What the rows say before anything is typed."""
        return [self.places.initial, self.times.initial]

    @property
    def has_times(self) -> bool:
        """Whether times are kept one by one."""
        return bool(self.times.initial_form_count())

    @property
    def has_errors(self) -> bool:
        """Whether a row must be mended."""
        return self.is_sent and not self.is_valid()

    def cleaned(self) -> dict[str, list[dict[str, Any]] | None]:
        """The rows by name, without empty ones; None when the form had no rows."""
        if not self.is_sent:
            return {"places": None, "times": None}
        return {
            "places": [row for row in _filled(self.places) if any(row[name] for name in ("name", "address", "note"))],
            "times": [_as_time(row) for row in _filled(self.times) if row["weekdays"] or row["note"]],
        }


def _set(row: type[Row]) -> Any:
    return forms.formset_factory(row, extra=EXTRA, max_num=MOST, absolute_max=MOST)


def _filled(rows: Any) -> list[dict[str, Any]]:
    return [form.cleaned_data for form in rows.forms if form.cleaned_data]


def _place_row(place: Location) -> dict[str, Any]:
    return {name: getattr(place, name) for name in PlaceRow.base_fields}


def _time_rows(times: Iterable[OpeningTime]) -> list[dict[str, Any]]:
    """A row per rhythm: "first Monday and third Monday" is two rows, of which the first keeps its number."""
    rows = []
    for time in times:
        names = ("opens_at", "closes_at", "location_id", "valid_from", "valid_to", "note")
        facts = {name: getattr(time, name) for name in names}
        read = days_of(time.days)
        for number, rhythm in enumerate(dict.fromkeys(nth for nth, _day in read) or [0]):
            days = [str(day) for nth, day in read if nth == rhythm]
            known = {"id": time.pk} if number == 0 else {}
            rows.append({**facts, **known, "rhythm": str(rhythm), "weekdays": days})
    return rows


def _as_time(row: dict[str, Any]) -> dict[str, Any]:
    nth = int(row.pop("rhythm") or 0)
    weekdays = [int(day) for day in row.pop("weekdays")]
    frequency = OpeningTime.Frequency.MONTHLY if nth else OpeningTime.Frequency.WEEKLY
    return {**row, "frequency": frequency, "days": write_days(weekdays, ordinal=nth)}
