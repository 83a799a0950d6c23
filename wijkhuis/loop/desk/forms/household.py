"""Input about a household becomes clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.ui.fields import day_field
from wijkhuis.house.people import rules as people_rules
from wijkhuis.house.people.models import Household, Role
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.carrying import introductions


def people_at_the_desk(house_id: int) -> Any:
    """Everybody who works with questions in a house today."""
    roles = Role.objects.active(on=clock.today()).filter(house_id=house_id, kind__in=people_rules.DESK_KINDS)
    return User.objects.filter(pk__in=roles.values("user_id"), is_active=True).order_by("first_name", "pk")


class StartForm(forms.Form):
    """A new household: who agreed and how, and who coordinates."""

    called = forms.CharField(label=_("How do we call this household?"), max_length=80)
    agreed_with = forms.CharField(
        label=_("Who agreed, and how?"),
        max_length=200,
        help_text=_("For example: both parents, in a talk at the kitchen table."),
    )
    agreed_on = day_field(_("On which day?"), initial=clock.today)
    coordinator = forms.ModelChoiceField(
        label=_("Who coordinates?"), queryset=User.objects.none(), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, question: Question, **more: Any) -> None:
        super().__init__(*args, **more)
        who = self.fields["coordinator"]
        who.queryset = people_at_the_desk(question.house_id)  # type: ignore[attr-defined]
        carrying = introductions(question.house)
        who.label_from_instance = lambda user: carrying.get(user.pk, user.introduction)  # type: ignore[attr-defined]


class JoinForm(forms.Form):
    """An existing household; the person who asked agreed."""

    household = forms.ModelChoiceField(
        label=_("Which household?"), queryset=Household.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    agreed = forms.BooleanField(label=_("The person who asked agrees"), required=False)

    def __init__(self, *args: Any, question: Question, user: User, **more: Any) -> None:
        super().__init__(*args, **more)
        here = access.joinable_households(user).filter(house_id=question.house_id).order_by("called", "pk")
        which = self.fields["household"]
        which.queryset = here  # type: ignore[attr-defined]
        which.label_from_instance = lambda one: one.called  # type: ignore[attr-defined]


class PromiseForm(forms.Form):
    """Who does what, by when."""

    who = forms.CharField(label=_("Who?"), max_length=80)
    what = forms.CharField(label=_("Does what?"), max_length=200)
    by_on = day_field(_("Before which day?"), required=False)
