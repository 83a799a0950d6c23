"""Input at a handover becomes clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.ui.fields import day_field
from wijkhuis.house.partners.models import Professional
from wijkhuis.loop.desk import rules
from wijkhuis.loop.desk.forms.record import StepForm, soon, text_field
from wijkhuis.loop.desk.models import Handover


class OfferForm(forms.Form):
    """What goes along, field by field, and what is asked."""

    fields_along = forms.MultipleChoiceField(
        label=_("What goes along?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=list(rules.SHARED_BY_DEFAULT),
    )
    note = text_field(
        _("What do you ask of them?"), at_most=1000, required=False, help_text=_("The resident can read this too.")
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["fields_along"].choices = choices  # type: ignore[attr-defined]


class AcceptForm(StepForm):
    """Yes, with a first step and a day; and who of you, when a function was asked."""

    professional = forms.ModelChoiceField(
        label=_("Who of you takes this up?"),
        queryset=Professional.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    field_order = ["professional", "next_step", "next_on"]

    def __init__(self, *args: Any, handover: Handover, asks_who: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["next_step"].label = _("What is the first thing you do?")
        if not asks_who:
            del self.fields["professional"]
            return
        people = Professional.objects.filter(partner_id=handover.partnership.partner_id, left_on=None)
        who = self.fields["professional"]
        who.queryset = people.select_related("partner")  # type: ignore[attr-defined]
        who.label_from_instance = lambda one: f"{one.first_name}, {one.function}"  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    """No, with a reason and if possible a better idea."""

    reason = forms.CharField(label=_("Why does it not fit?"), max_length=300)
    suggestion = forms.CharField(label=_("Who or what would fit better?"), max_length=300, required=False)


class CodeForm(forms.Form):
    """The six figures told by phone."""

    code = forms.CharField(
        label=_("The code of six figures"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}),
    )

    def clean_code(self) -> str:
        """Spaces and dashes do not count."""
        return str(self.cleaned_data["code"]).replace(" ", "").replace("-", "")


class PartnerWordsForm(forms.Form):
    """A few words of the partner."""

    words = text_field(_("In a few words"), at_most=5000, help_text=_("The resident can read this too."))


class PartnerStepForm(forms.Form):
    """The next step of the partner."""

    next_step = forms.CharField(label=_("What is your next step?"), max_length=200)
    next_on = day_field(_("When?"), initial=soon)
