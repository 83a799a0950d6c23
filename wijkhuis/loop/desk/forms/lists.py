"""Small forms of the lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import NO_BSN
from wijkhuis.base.language.words import holds_bsn
from wijkhuis.loop.desk.forms.facts import TidyField


class FindForm(forms.Form):
    """A few words, or the short code of a slip."""

    text = TidyField(
        label=_("Words from the question, or the code on the slip"),
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off", "type": "search"}),
        error_messages={"required": _("Type a word or a code."), "max_length": _("A few words are enough.")},
    )

    def clean_text(self) -> str:
        """Words to look for, never a citizen service number."""
        text: str = self.cleaned_data["text"]
        if holds_bsn(text):
            raise forms.ValidationError(NO_BSN)
        return text


class LimitForm(forms.Form):
    """How many questions somebody can carry; nothing means no limit."""

    limit = forms.IntegerField(
        label=_("How many questions can you carry?"),
        required=False,
        min_value=1,
        max_value=200,
        error_messages={
            name: _("Choose a number between 1 and 200.") for name in ("invalid", "min_value", "max_value")
        },
    )

    def sentence(self) -> Any:
        """What is wrong, in one sentence."""
        return self.errors["limit"][0]
