"""What people type for the programme, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.approaches.access import visible_approaches
from wijkhuis.loop.programme.actions import MONTHS
from wijkhuis.loop.programme.models import Aim, Programme, ProgrammeAction
from wijkhuis.loop.programme.queries import aims_of
from wijkhuis.loop.signals.access import visible_themes

DAY = {"type": "date"}


class ProgrammeForm(SeenForm, WithoutBsn, forms.ModelForm):
    """The name, a few words and the two years."""

    class Meta:
        model = Programme
        fields = ["name", "foreword", "starts_on", "ends_on"]
        labels = {"starts_on": _("From which day?"), "ends_on": _("Until which day?")}
        widgets = {
            "starts_on": forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        }
        help_texts = {"foreword": _("What did the neighbourhood choose, and why? A few sentences are enough.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            first = clock.add_months(clock.today().replace(day=1), 1)
            self.initial = {"starts_on": first, "ends_on": clock.add_months(first, MONTHS), **self.initial}


class ActionForm(SeenForm, WithoutBsn, forms.ModelForm):
    """One action: what, for which aim, who owns it, how far it is."""

    class Meta:
        model = ProgrammeAction
        fields = ["what", "aim", "owner_kind", "owner_name", "by_on", "progress", "story", "theme", "approach"]
        widgets = {
            "by_on": forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
            "aim": forms.RadioSelect,
            "owner_kind": forms.RadioSelect,
            "progress": forms.RadioSelect,
            "story": forms.Textarea(attrs={"rows": 4}),
        }
        labels = {
            "aim": _("Which aim of the city does it help?"),
            "owner_kind": _("Who owns it?"),
            "owner_name": _("What is their name?"),
            "by_on": _("By which day?"),
            "progress": _("How far is it?"),
            "story": _("What happened up to now?"),
            "theme": _("From which theme does it come?"),
            "approach": _("Which approach is it?"),
        }
        help_texts = {
            "owner_name": _("A resident by first name is enough, if they agree: everybody can read this."),
            "story": _("What can people see or join by now? Also what did not work."),
        }

    def __init__(self, *args: Any, house: House, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            # An aim that is over stays with what was made for it.
            "aim": aims_of(house.city) | Aim.objects.filter(pk=self.instance.aim_id),
            "theme": visible_themes(user).filter(house=house).order_by("name"),
            "approach": visible_approaches(user).filter(theme__house=house).order_by("name"),
        }
        for name, found in choices.items():
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ModelChoiceField)
            chosen.queryset = found
            chosen.empty_label = _("none, or not yet") if name != "aim" else None
        # What the group tied to it and this person may not know of: not told, and not lost.
        tied = {name: getattr(self.instance, name) for name in ("theme", "approach")}
        self.hidden = {name: one for name, one in tied.items() if one and not choices[name].filter(pk=one.pk).exists()}
        for name in ("owner_kind", "progress"):
            words = dict(self.fields[name].choices)  # type: ignore[attr-defined]
            self.fields[name].choices = [one for one in words.items() if one[0]]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        return values | {name: values.get(name) or one for name, one in self.hidden.items()}


class AimForm(WithoutBsn, forms.Form):
    """One aim of the city."""

    name = forms.CharField(label=_("One more aim"), max_length=120)
