"""What a pair in the street writes on a phone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn


class NoteForm(WithoutBsn, forms.Form):
    """What one conversation brought."""

    words = forms.CharField(
        label=_("What did you hear?"),
        help_text=_("One conversation, in your own words. No names, no addresses."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
