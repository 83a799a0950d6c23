"""What residents type about their own question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import NO_BSN
from wijkhuis.base.language.words import holds_bsn, tidy
from wijkhuis.house.neighbourhood.models import House


class WordsField(forms.CharField):
    """Words in any language, without a citizen service number."""

    def __init__(self, *, rows: int = 4, **options: object) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto", "autocomplete": "off"})
        super().__init__(widget=widget, strip=True, **options)  # type: ignore[arg-type]

    def to_python(self, value: str | None) -> str:
        """The same words, tidied."""
        return tidy(super().to_python(value) or "")

    def validate(self, value: str) -> None:
        """Turn away a citizen service number."""
        super().validate(value)
        if holds_bsn(value):
            raise forms.ValidationError(NO_BSN)


class AddWordsForm(forms.Form):
    """Something the resident wants to add."""

    words = WordsField(
        label=_("Do you want to add something?"),
        max_length=5000,
        error_messages={"required": _("Write down at least one word.")},
    )


class GiveBackForm(forms.Form):
    """What somebody would like to do for others; nothing is needed."""

    words = WordsField(
        label=_("What would you like to do for somebody else?"),
        help_text=_("For example cook, drive, write letters or drink coffee. Nothing is needed."),
        max_length=1000,
        rows=3,
        error_messages={"required": _("Write down at least one word.")},
    )


class CodeForm(forms.Form):
    """The house and the short code of the slip."""

    house = forms.ModelChoiceField(label=_("Which house?"), queryset=House.objects.none(), empty_label=None)
    code = forms.CharField(
        label=_("Which code is on your slip?"),
        help_text=_("Six letters and digits."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
        error_messages={"required": _("Type the code that is on your slip.")},
    )
