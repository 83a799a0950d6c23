"""A round, its pairs and its notes as somebody types them."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.signals.actions import Wording
from wijkhuis.loop.signals.forms.pair import NoteForm
from wijkhuis.loop.signals.forms.taking import SentenceForm, where_field
from wijkhuis.loop.signals.models import Pair


def usual_starters() -> str:
    """What pairs may begin with: open, about the neighbourhood, and never a list to fill in."""
    return "\n".join(
        [
            gettext("How is it to live here?"),
            gettext("What makes your day a good one, here in the neighbourhood?"),
            gettext("What do you or your neighbours run into?"),
            gettext("Whom or what do you miss here?"),
            gettext("What would you like to do together with neighbours?"),
            gettext("What must never change here?"),
        ]
    )


class RoundForm(WithoutBsn, forms.Form):
    """When, where, and what pairs may begin with."""

    name = forms.CharField(label=_("What shall we call this round?"), max_length=80)
    held_on = forms.DateField(label=_("When?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    neighbourhood = where_field(_("Where?"))
    starters = forms.CharField(
        label=_("Conversation starters, one per line"),
        help_text=_("Nobody reads these out. They help to begin; after that you listen."),
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
        initial=usual_starters,
    )

    def __init__(self, *args: Any, house: House, **more: Any) -> None:
        super().__init__(*args, **more)
        places = Neighbourhood.objects.filter(houses=house).order_by("name")
        self.fields["neighbourhood"].queryset = places  # type: ignore[attr-defined]


class PairForm(WithoutBsn, forms.Form):
    """Who go out together."""

    resident = forms.CharField(label=_("A resident"), max_length=60)
    professional = forms.CharField(label=_("And a professional"), max_length=60)
    where = forms.CharField(label=_("Where do they go?"), max_length=120, required=False)


class PaperNoteForm(NoteForm):
    """A note of a pair that wrote on paper."""

    pair = forms.ModelChoiceField(
        label=_("Of which pair?"), queryset=Pair.objects.none(), empty_label=_("choose a pair")
    )

    def __init__(self, *args: Any, pairs: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["pair"].queryset = pairs  # type: ignore[attr-defined]


class NoteSignalForm(SentenceForm):
    """One sentence out of a note; where it is about is where the round was."""

    field_order = ["sentence", "confirmed"]

    def __init__(self, *args: Any, house: House, **more: Any) -> None:
        super().__init__(*args, house=house, **more)
        del self.fields["where"]

    def wording(self, **more: Any) -> Wording:
        return Wording(sentence=self.cleaned_data["sentence"], confirmed=tuple(self.cleaned_data["confirmed"]), **more)
