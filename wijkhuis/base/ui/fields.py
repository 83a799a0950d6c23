"""Form fields that several rooms use."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, ngettext_lazy


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, chosen from the calendar of the browser."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class ListField(forms.CharField):
    """A few words or short phrases in one line, separated by commas; gives a list."""

    def __init__(self, *, longest: int = 60, **options: Any) -> None:
        super().__init__(**{"required": False, "help_text": _("Separate them by commas."), **options})
        self.longest = longest

    def prepare_value(self, value: Any) -> Any:
        """The list as one line."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Each once, without empty ones."""
        parts = [" ".join(part.split()) for part in re.split(r"[,;\n]", super().to_python(value) or "")]
        return list(dict.fromkeys(part for part in parts if part))

    def validate(self, value: Any) -> None:
        """None of them too long."""
        super().validate(value)
        if any(len(part) > self.longest for part in value):
            raise forms.ValidationError(_("One of these is too long. Separate them by commas."))

    def run_validators(self, value: Any) -> None:
        """The checks of a text, for each of them."""
        for part in value:
            super().run_validators(part)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the line is another one."""
        return self.prepare_value(initial) != data


# Sentences of Django that our own catalogue says again as a host would.
gettext_noop("Enter a valid date.")
gettext_noop("Enter a valid time.")
gettext_noop("Enter a valid email address.")
gettext_noop("Enter a whole number.")
gettext_noop("Select a valid choice. %(value)s is not one of the available choices.")
gettext_noop("Select a valid choice. That choice is not one of the available choices.")
ngettext_lazy(
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    "limit_value",
)
