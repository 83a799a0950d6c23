"""Nobody overwrites unseen what was saved after they opened the same form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _

FIELD = "seen"


class SeenForm(forms.BaseForm):
    """A form over something that others change too; stands before the other forms it is made of.

    What the fields said when the page was opened travels along as a mark, in what `{% error_summary form %}` draws.
    """

    # What the form does not show itself, but writes too: the rows beside it.
    also_seen: object = None

    @cached_property
    def seen_now(self) -> str:
        """A mark of what stands there now, which tells nothing of it; "" for something new."""
        if isinstance(self, forms.BaseModelForm) and self.instance.pk is None:
            return ""
        said = [(name, _plain(self[name].initial)) for name in self.fields]
        return salted_hmac("ui.seen", repr([said, self.also_seen])).hexdigest()[:32]

    def clean(self) -> dict[str, Any]:
        """What was typed, with a sentence when it would go over something newer; pressing again means it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        seen = str(self.data.get(self.add_prefix(FIELD), ""))
        if seen and self.seen_now and not constant_time_compare(seen, self.seen_now):
            self.add_error(None, _changed_meanwhile(self[name] for name in self.changed_data))
        return cleaned


def _changed_meanwhile(others: Iterable[BoundField]) -> str:
    words = "; ".join(f"{one.label} {_words(one)}" for one in others)
    if not words:
        return _("This was changed after the form was opened. Saving once more keeps what stands below.")
    sentence = _(
        "This was changed after the form was opened. Now it says: %(words)s. Saving once more keeps what stands below."
    )
    return sentence % {"words": words}


def _words(bound: BoundField) -> str:
    """What a field says now, as a person reads it."""
    value, choices = _plain(bound.initial), dict(getattr(bound.field, "choices", []))
    many = value if isinstance(value, list) else [value]
    # What is no choice for this person may be no secret for another one: it is not said.
    said = [str(choices.get(one, "")) if choices else str(one) for one in many]
    words = ", ".join(one for one in said if one not in ("", "None"))
    return f"“{Truncator(words).chars(120)}”" if words else _("(nothing)")


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple | set) or hasattr(value, "all"):
        many = value.all() if hasattr(value, "all") else value
        plain = [_plain(one) for one in many]
        return sorted(plain) if any(isinstance(one, Model) for one in many) else plain
    return value.pk if isinstance(value, Model) else value
