"""Input about the group and its seats becomes clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.models import Role
from wijkhuis.loop.signals.models import SignalGroup


class GroupForm(forms.ModelForm):
    """How the group is called, how often it meets, and how many residents it wants."""

    class Meta:
        model = SignalGroup
        fields = ("name", "every_weeks", "half_residents", "why_fewer_residents")
        labels = {
            "every_weeks": _("Every how many weeks does the group meet?"),
            "why_fewer_residents": _("Fewer residents? Why?"),
        }

    def clean(self) -> dict[str, Any]:
        """Fewer residents ask for a reason."""
        said: dict[str, Any] = super().clean() or {}
        if not said.get("half_residents") and not said.get("why_fewer_residents"):
            self.add_error("why_fewer_residents", _("Say why fewer than half are residents."))
        return said


class SeatForm(forms.Form):
    """Who sits in the group, and until when."""

    user = forms.ModelChoiceField(
        label=_("Somebody with an account"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("somebody without an account"),
    )
    name = forms.CharField(label=_("Or a name"), max_length=80, required=False)
    is_resident = forms.BooleanField(label=_("Lives in the neighbourhood"), required=False, initial=True)
    organisation = forms.CharField(label=_("From which organisation?"), max_length=120, required=False)
    chairs = forms.BooleanField(label=_("Takes the chair in turn"), required=False, initial=True)
    ends_on = forms.DateField(
        label=_("Until which day?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Leave it empty for two years."),
    )

    def __init__(self, *args: Any, house: House, **more: Any) -> None:
        super().__init__(*args, **more)
        roles = Role.objects.active(on=clock.today()).filter(house=house)
        people = User.objects.filter(pk__in=roles.values("user_id"), is_active=True).order_by("first_name", "pk")
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        self.fields["user"].label_from_instance = lambda user: user.introduction  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody with an account, or a name."""
        said = super().clean() or {}
        if not said.get("user") and not said.get("name") and not self.errors:
            self.add_error("name", _("Choose somebody with an account, or fill in a name."))
        return said
