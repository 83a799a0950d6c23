"""Choosing a way of working by plain questions, and writing how a house does it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.loop.approaches.forms.fields import Words
from wijkhuis.loop.approaches.queries.methods import LISTS, Method

FACETS = {
    "people": [("few", _("a handful")), ("group", _("a group")), ("street", _("a street or the neighbourhood"))],
    "time": [("once", _("one time")), ("weeks", _("some weeks")), ("long", _("as long as it is needed"))],
    "kind": [
        ("meet", _("meet each other")),
        ("learn", _("learn something")),
        ("help", _("help each other")),
        ("arrange", _("arrange something practical")),
        ("change", _("change a rule or a place")),
    ],
}
ANY = [("", _("does not matter"))]


class ChooseForm(forms.Form):
    """Three plain questions, and a word to look for."""

    kind = forms.ChoiceField(label=_("What do people want to do?"), choices=ANY + FACETS["kind"], required=False)
    people = forms.ChoiceField(label=_("How many people?"), choices=ANY + FACETS["people"], required=False)
    time = forms.ChoiceField(label=_("How long?"), choices=ANY + FACETS["time"], required=False)
    q = forms.CharField(label=_("Or a word"), max_length=80, required=False)

    def asked(self) -> dict[str, str]:
        """What was chosen; what cannot be chosen is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class MethodForm(SeenForm, WithoutBsn, forms.Form):
    """A way of working as this house does it."""

    name = Words(label=_("Name"), max_length=100)
    in_short = Words(label=_("In one sentence"), max_length=250, required=False)
    what_for = Words(label=_("What is it for?"), rows=3, max_length=1500, required=False)
    first_steps = Words(label=_("The first three steps, each on a line"), rows=4, max_length=1000)
    who_leads = Words(label=_("Who leads?"), max_length=250, required=False)
    size = Words(label=_("How many people?"), max_length=200, required=False)
    duration = Words(label=_("How long?"), max_length=200, required=False)
    asks = Words(label=_("What does it ask of people?"), rows=3, max_length=1500, required=False)
    pitfalls = Words(label=_("What can go wrong? Each on a line"), rows=3, max_length=1500, required=False)
    helped = Words(label=_("How do you see whether it helped? Each on a line"), rows=3, max_length=1500, required=False)
    money = Words(label=_("What does it cost?"), max_length=250, required=False)
    why = Words(label=_("Why do you do it this way?"), max_length=250, required=False)


def words_of(method: Method) -> dict[str, Any]:
    """What stands in the form of a way of working: lists as lines."""
    names = (name for name in MethodForm.base_fields if name != "why")
    return {name: "\n".join(getattr(method, name)) if name in LISTS else getattr(method, name) for name in names} | {
        "why": method.why
    }
