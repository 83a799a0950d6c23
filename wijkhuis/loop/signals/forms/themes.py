"""Input about proposals and themes becomes clean values."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.loop.signals.models import Proposal, Signal, Theme

ANSWERS = [("yes", _("Yes")), ("no", _("No")), ("later", _("Later"))]


class SignalsField(forms.MultipleChoiceField):
    """Some of these signals; gives the signals themselves."""

    def __init__(self, *, signals: Sequence[Signal], **options: Any) -> None:
        self.by_id = {str(signal.pk): signal for signal in signals}
        words = [(key, signal.sentence) for key, signal in self.by_id.items()]
        super().__init__(choices=words, widget=forms.CheckboxSelectMultiple, **options)

    def clean(self, value: Any) -> Any:
        """The chosen signals, each once."""
        return [self.by_id[key] for key in dict.fromkeys(super().clean(value))]


class ChoosingForm(forms.Form):
    """A form in which signals are ticked one by one, in the order of the page."""

    def __init__(self, *args: Any, signals: Sequence[Signal], all_chosen: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["signals"] = SignalsField(signals=signals, required=False, label=_("Sentences"))
        sent = self.data.getlist("signals") if self.is_bound and hasattr(self.data, "getlist") else None
        known = {str(signal.pk) for signal in signals}
        # Which ticks the page shows: those that were sent, or else all or none.
        self.chosen: set[UUID] = {UUID(key) for key in known & (set(sent) if sent is not None else known)}
        if sent is None and not all_chosen:
            self.chosen = set()


class ProposalForm(ChoosingForm):
    """Yes, no or later; for yes the sentences that belong, and a name."""

    do = forms.ChoiceField(choices=ANSWERS, widget=forms.HiddenInput)
    name = forms.CharField(label=_("What is the theme called?"), max_length=80, required=False)

    def __init__(self, *args: Any, proposal: Proposal, signals: Sequence[Signal], **more: Any) -> None:
        super().__init__(*args, signals=signals, all_chosen=True, initial={"name": proposal.name}, **more)
        self.proposal = proposal
        if proposal.kind == Proposal.Kind.MERGE:
            self.fields["name"] = name_that_stays(proposal.theme, proposal.other)
            self.initial["name"] = proposal.theme.name if proposal.theme else ""

    def clean(self) -> dict[str, Any]:
        """A yes to something needs at least one sentence of it, unless two themes become one."""
        said = super().clean() or {}
        asks = said.get("do") == "yes" and self.proposal.kind != Proposal.Kind.MERGE
        if asks and not said.get("signals"):
            self.add_error("signals", _("Leave a tick at one sentence at least, or choose: no."))
        return said


class NameForm(forms.Form):
    """What a theme is called."""

    name = forms.CharField(label=_("Name of the theme"), max_length=80)


class SplitForm(ChoosingForm):
    """Which sentences go on by themselves, under which name."""

    name = forms.CharField(label=_("What do you call the part that goes on by itself?"), max_length=80)


def name_that_stays(*themes: Theme | None) -> forms.ChoiceField:
    """Which of the names of two themes goes on; the first unless somebody chooses."""
    names = [theme.name for theme in themes if theme]
    choices = [(name, name) for name in dict.fromkeys(names)]
    return forms.ChoiceField(
        label=_("Which name stays?"), choices=choices, widget=forms.RadioSelect, initial=names[0], required=False
    )


class MergeForm(forms.Form):
    """Which other theme is taken in, and whose name stays."""

    other = forms.ModelChoiceField(
        label=_("Choose a theme"),
        queryset=Theme.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    stays = forms.ChoiceField(label=_("Which name stays?"), widget=forms.RadioSelect, initial="this")

    def __init__(self, *args: Any, theme: Theme, **more: Any) -> None:
        super().__init__(*args, **more)
        self.theme = theme
        self.fields["stays"].choices = [  # type: ignore[attr-defined]
            ("this", theme.name),
            ("other", _("the name of the theme that you choose here")),
        ]
        others = Theme.objects.open().filter(house_id=theme.house_id, merged_into=None).exclude(pk=theme.pk)
        self.fields["other"].queryset = others.order_by("name", "pk")  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """What was chosen, as the action takes it."""
        other = self.cleaned_data["other"]
        return {"other": other, "name": other.name if self.cleaned_data["stays"] == "other" else self.theme.name}
