"""What people say about whether an entry is right, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.house.directory.access import colleagues_of
from wijkhuis.house.directory.models import Entry, Outcome, Verification
from wijkhuis.house.neighbourhood.models import House

# A student says so in an assignment, the organisation by its own link.
HOW = [
    (how.value, how.label) for how in Verification.How if how not in (Verification.How.STUDENT, Verification.How.OWNER)
]


class VerifyForm(forms.Form):
    """What a colleague found."""

    how = forms.ChoiceField(label=_("How do you know?"), choices=HOW, initial=Verification.How.CALLED)
    outcome = forms.ChoiceField(choices=Outcome.choices)


class RestIsRightForm(forms.Form):
    """Beside a correction: whether all the rest was seen to be right."""

    is_right = forms.BooleanField(label=_("The rest is right too"), required=False, initial=True)
    how = forms.ChoiceField(label=_("How do you know?"), choices=HOW, required=False, initial=Verification.How.CALLED)


class KeeperForm(WithoutBsn, forms.ModelForm):
    """Who keeps an entry right."""

    numbers = ("keeper_phone",)

    keeper = forms.ModelChoiceField(
        User.objects.none(), required=False, label=_("A colleague"), empty_label=_("nobody of us")
    )

    class Meta:
        model = Entry
        fields = ("keeper", "keeper_name", "keeper_email", "keeper_phone")
        widgets = {"keeper_phone": forms.TextInput(attrs={"type": "tel"})}

    def __init__(self, *args: Any, house: House | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["keeper"].queryset = colleagues_of(house, self.instance.keeper_id)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        reach = values.get("keeper_email") or values.get("keeper_phone")
        if values.get("keeper") and reach:
            self.add_error("keeper", _("Choose a colleague, or somebody of the organisation. Not both."))
        if values.get("keeper_name") and not reach and not self.errors:
            self.add_error("keeper_email", _("Where can we ask them?"))
        return values


class HouseNoteForm(WithoutBsn, forms.Form):
    """What a house adds to an entry of the city."""

    note = forms.CharField(
        label=_("What should people of this house know?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DifferenceForm(WithoutBsn, forms.Form):
    """One line of the keeper."""

    words = forms.CharField(label=_("What is different?"), max_length=500)
