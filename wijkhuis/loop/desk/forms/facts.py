"""What is known around a question, and may be mended later: how somebody hears back, for whom it is, and where."""

from functools import cache
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import refuse_bsn_in
from wijkhuis.base.language.words import tidy
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.house.neighbourhood.queries import names_of_neighbourhoods
from wijkhuis.house.people.models import ContactWish
from wijkhuis.house.people.rules import NEEDED_TO_HEAR_BACK
from wijkhuis.loop.desk.models import Question

WAYS = [
    (ContactWish.Way.COME_BY, _("Comes by")),
    (ContactWish.Way.PHONE, _("We call")),
    (ContactWish.Way.SMS, _("Text message")),
    (ContactWish.Way.LETTER, _("Letter")),
    (ContactWish.Way.EMAIL, _("E-mail")),
    (ContactWish.Way.NONE, _("Not needed")),
]
URGENCIES = [
    (Question.Urgency.NORMAL, _("Can wait")),
    (Question.Urgency.SOON, _("This week")),
    (Question.Urgency.NOW, _("Now")),
]
LANGUAGES = [(code, name) for code, name in settings.LANGUAGES if code != "nl-informal"]
OF_THE_WISH = ("called", "way", "phone", "email", "postal", "for_whom", "street", "language")


class TidyField(forms.CharField):
    """Words without characters that hide themselves or steer the others."""

    def to_python(self, value: Any) -> str:
        """The same words, tidy, before anything else looks at them."""
        return str(super().to_python(tidy(str(value or ""))))


class TidyEmailField(TidyField, forms.EmailField):
    """An e-mail address, tidy."""


class FactsForm(forms.Form):
    """The facts around a question; nothing is needed, but for what the chosen way of hearing back needs."""

    urgency = forms.ChoiceField(
        label=_("How urgent is it?"), choices=URGENCIES, initial=Question.Urgency.NORMAL, widget=forms.RadioSelect
    )
    called = TidyField(label=_("How shall we call you?"), required=False, max_length=80)
    way = forms.ChoiceField(
        label=_("How do you want to hear back?"),
        choices=WAYS,
        initial=ContactWish.Way.COME_BY,
        widget=forms.RadioSelect,
    )
    phone = TidyField(label=_("Phone"), required=False, max_length=20, widget=forms.TextInput(attrs={"type": "tel"}))
    email = TidyEmailField(
        label=_("E-mail address"),
        required=False,
        error_messages={"invalid": _("An e-mail address looks like name@example.nl.")},
    )
    postal = TidyField(
        label=_("Street, number, postcode and town"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    for_whom = TidyField(label=_("For whom is it?"), required=False, max_length=120)
    street = TidyField(label=_("In which street?"), required=False, max_length=120)
    neighbourhood = forms.ModelChoiceField(
        label=_("In which neighbourhood?"), queryset=Neighbourhood.objects.none(), required=False, empty_label="—"
    )
    language = forms.ChoiceField(label=_("Which language do they speak best?"), choices=LANGUAGES, initial="nl")

    def __init__(self, *args: Any, house: House, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        neighbourhood = cast(forms.ModelChoiceField, self.fields["neighbourhood"])
        neighbourhood.queryset = Neighbourhood.objects.filter(district__city_id=house.city_id)
        # A city has a hundred: their names are enough, and only when the field is drawn.
        neighbourhood.choices = cache(lambda: [("", "—"), *names_of_neighbourhoods(city_id=house.city_id)])

    def clean(self) -> dict[str, Any]:
        """Refuse a citizen service number in any field, and ask for what the chosen way of hearing back needs."""
        refuse_bsn_in(self)
        field, sentence = NEEDED_TO_HEAR_BACK.get(self.cleaned_data.get("way", ""), ("", ""))
        if field and not self.cleaned_data.get(field) and field not in self.errors:
            self.add_error(field, sentence)
        return self.cleaned_data


class ChangeFactsForm(SeenForm, FactsForm):
    """The same facts once more, as they are known now; what is emptied is forgotten."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        contact = question.contact
        known = {name: getattr(contact, name) for name in OF_THE_WISH} if contact else {}
        if known.get("language") == "nl-informal":
            known["language"] = "nl"
        initial = known | {"urgency": question.urgency, "neighbourhood": question.neighbourhood_id}
        super().__init__(*args, house=question.house, initial=initial, **kwargs)
        self.fields["called"].label = _("How shall we call them?")
        self.fields["way"].label = _("How do they want to hear back?")

    def wish(self) -> dict[str, str]:
        """How somebody is called and hears back, all of it as it stands in the form."""
        return {name: self.cleaned_data[name] for name in OF_THE_WISH}
