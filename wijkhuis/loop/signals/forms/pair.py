"""What a pair in the street writes on a phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import refuse_bsn_in


class WithoutBsn(forms.Form):
    """Turns a citizen service number away from every field of words."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        refuse_bsn_in(self)
        return values


class NoteForm(WithoutBsn):
    """What one conversation brought."""

    words = forms.CharField(
        label=_("What did you hear?"),
        help_text=_("One conversation, in your own words. No names, no addresses."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
