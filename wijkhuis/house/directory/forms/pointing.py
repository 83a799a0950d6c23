"""Where something is, as somebody types it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.geo.shapes import Point
from wijkhuis.house.directory.rules.pointing import read_point


class PointForm(forms.Form):
    """A point by its two numbers."""

    point = forms.CharField(
        label=_("The two numbers of the place"),
        help_text=_("A map on the internet gives them: hold a finger on the place, or click with the right button."),
        max_length=60,
        widget=forms.TextInput(attrs={"placeholder": "52.0705, 4.3007", "dir": "ltr"}),
    )

    def clean_point(self) -> Point:
        """Longitude and latitude."""
        point = read_point(self.cleaned_data["point"])
        if point is None:
            raise forms.ValidationError(_("These are not two numbers of a place in the Netherlands."))
        return point
