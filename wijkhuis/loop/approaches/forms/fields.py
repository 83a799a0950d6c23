"""Fields that the forms of this room share."""

from typing import Any

from django import forms

from wijkhuis.base.language.words import tidy


class Words(forms.CharField):
    """Free words, tidied; over a few lines when `rows` says so."""

    def __init__(self, *, rows: int = 0, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"}) if rows else forms.TextInput(attrs={"dir": "auto"})
        super().__init__(**{"widget": widget, **options})

    def to_python(self, value: Any) -> str:
        """The same words, tidied."""
        return tidy(super().to_python(value) or "")
