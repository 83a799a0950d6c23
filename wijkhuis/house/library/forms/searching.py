"""What people look for, made clean."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.library.models import Document
from wijkhuis.house.library.queries import Narrowing

FIRST_YEAR, LAST_YEAR = 1800, 2099
LONGEST_SEARCH = 600


class SearchForm(forms.Form):
    """What somebody looks for, and where."""

    words = forms.CharField(label=_("What are you looking for?"), required=False, max_length=LONGEST_SEARCH)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("every kind")), *Document.Kind.choices])
    year_from = forms.IntegerField(label=_("From year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    year_until = forms.IntegerField(label=_("Up to year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    document = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)
    page = forms.IntegerField(required=False, min_value=1, max_value=1000, widget=forms.HiddenInput)

    def narrowing(self) -> Narrowing:
        """The part of the archive that is asked for."""
        said = self.cleaned_data
        return Narrowing(
            document=said.get("document"),
            year_from=said.get("year_from"),
            year_until=said.get("year_until"),
            kind=said.get("kind") or "",
        )


class WordsForm(forms.Form):
    """The words that are marked on a page."""

    words = forms.CharField(required=False, max_length=LONGEST_SEARCH)
