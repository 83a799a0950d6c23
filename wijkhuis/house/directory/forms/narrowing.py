"""What somebody wants to see of the map: which neighbourhood, made by whom, without steps, which part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.geo.shapes import Box
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.rules.narrowing import read_box

MADE_BY = [("", _("everybody")), ("residents", _("by residents")), ("organisations", _("by an organisation"))]


class NarrowForm(forms.Form):
    """Every field may be empty; what makes no sense is as good as empty."""

    kind = forms.ChoiceField(
        label=_("What kind?"), required=False, choices=[("", _("everything")), *Entry.Kind.choices]
    )
    buurt = forms.TypedChoiceField(label=_("Which neighbourhood?"), required=False, coerce=int, empty_value=None)
    made_by = forms.ChoiceField(label=_("Made by whom?"), required=False, choices=MADE_BY)
    drempelvrij = forms.BooleanField(label=_("Only where you can enter without steps"), required=False)
    # A part of the map: west, south, east and north in degrees.
    vak = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, *args: Any, neighbourhoods: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = sorted(neighbourhoods, key=lambda one: one[1])
        self.fields["buurt"].choices = [("", _("all neighbourhoods")), *names]  # type: ignore[attr-defined]

    def clean_vak(self) -> Box | None:
        """The part of the map; nothing when it is none."""
        return read_box(self.cleaned_data["vak"])
