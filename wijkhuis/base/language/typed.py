"""What every form and every action refuses, in one place."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.errors import demand
from wijkhuis.base.language.words import holds_bsn, tidy

NO_BSN = _("This looks like a citizen service number. We do not keep that. Take it out, then you can go on.")


def refuse_bsn_in(form: forms.BaseForm, *, but: Sequence[str] = ()) -> None:
    """Give every field in which somebody typed a citizen service number an error; called from `clean`."""
    for name, value in list(form.cleaned_data.items()):
        # What nobody typed is not asked: one in two hundred random tokens holds such a number.
        if isinstance(value, str) and name not in but and not form.fields[name].widget.is_hidden and holds_bsn(value):
            form.add_error(name, NO_BSN)


def refuse_bsn(*texts: str) -> None:
    """Turn away a citizen service number, in whichever of these words it stands."""
    demand(not any(holds_bsn(text) for text in texts), str(NO_BSN))


class WithoutBsn(forms.BaseForm):
    """Turns a citizen service number away from every field of words; stands before `forms.Form` or `ModelForm`."""

    # Fields where nine digits are no secret.
    numbers: Sequence[str] = ()

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        refuse_bsn_in(self, but=self.numbers)
        return values


def clean_words(text: str) -> str:
    """Words as an action keeps them: tidy, and turned away when they hold a citizen service number."""
    refuse_bsn(text)
    return tidy(text)
