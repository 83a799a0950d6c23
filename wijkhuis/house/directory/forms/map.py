"""What people type about the map, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.fields import ListField
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.directory.rules.key_people import address_of
from wijkhuis.house.directory.rules.languages import language_choices
from wijkhuis.house.neighbourhood.models import Neighbourhood


class EntryForm(SeenForm, WithoutBsn, forms.ModelForm):
    """One thing that is there. What changes most often comes first; the rest waits behind "more"."""

    numbers = ("phone",)

    topics = ListField(label=_("What does it help with?"))
    audience = ListField(label=_("For whom?"))
    people_say = ListField(
        label=_("How do people say this themselves?"),
        help_text=_(
            "Words that visitors use, without names. The search uses them; they go along when the map is shared."
        ),
        longest=120,
    )
    languages = forms.MultipleChoiceField(
        label=_("Which languages do they speak there?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.order_by("name"),
        required=False,
        label=_("Neighbourhood"),
        empty_label=_("the whole city"),
    )

    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https", max_length=190)

    first_when_new = ("name", "kind", "is_informal", "description", "topics", "phone", "opening")
    first_when_known = ("phone", "opening", "address", "description")

    class Meta:
        model = Entry
        fields = (
            "name", "kind", "is_informal", "phone", "opening", "address", "postcode", "town", "neighbourhood",
            "step_free", "description", "topics", "audience", "people_say", "conditions", "minimum_age", "maximum_age",
            "how_to_apply", "costs", "amount", "languages", "capacity", "places_free", "organisation", "email",
            "website",
        )  # fmt: skip
        widgets = {
            "description": forms.Textarea(attrs={"rows": 5}),
            "phone": forms.TextInput(attrs={"type": "tel", "data-anew": True, "enterkeyhint": "done"}),
            "opening": forms.TextInput(attrs={"enterkeyhint": "done"}),
        }

    def __init__(self, *args: Any, has_times: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        known = self.instance.languages if self.instance.pk else []
        self.fields["languages"].choices = language_choices(known)  # type: ignore[attr-defined]
        first: tuple[str, ...] = self.first_when_known if self.instance.pk else self.first_when_new
        # Times that are kept one by one stand in its place.
        first = tuple(name for name in first if name != "opening" or not has_times or self.instance.opening)
        self.first = [self[name] for name in first]
        self.rest = [self[name] for name in self.fields if name not in first]

    @property
    def opens_rest(self) -> bool:
        """Whether something behind "more" must be mended."""
        return any(bound.errors for bound in self.rest)


class PersonForm(WithoutBsn, forms.ModelForm):
    """What is kept of somebody who may be asked."""

    languages = ListField(label=_("Speaks"), longest=30)
    send_to = forms.CharField(
        label=_("Their e-mail address or mobile number"),
        required=False,
        max_length=120,
        help_text=_("Only when they want that. They get their own link there, and once a year our question."),
    )

    def clean_send_to(self) -> str:
        """An address at which something can arrive, or nothing."""
        send_to = self.cleaned_data["send_to"].strip()
        if send_to and address_of(send_to) is None:
            raise forms.ValidationError(_("Is this right? It is no e-mail address and no mobile number."))
        return send_to


class KeyPersonForm(PersonForm):
    """Somebody who agreed to be asked."""

    agreed = forms.BooleanField(label=_("I asked them myself, and they agreed to be on this list."))

    class Meta:
        model = KeyPerson
        fields = ("name", "ask_about", "not_about", "reach", "languages", "send_to", "agreed_until")
        widgets = {"agreed_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class ChangedPersonForm(SeenForm, PersonForm):
    """What is different about somebody who agreed before."""

    class Meta:
        model = KeyPerson
        fields = ("reach", "send_to", "ask_about", "not_about", "languages", "name")


class SearchForm(forms.Form):
    """What somebody is looking for, in their own words."""

    q = forms.CharField(label=_("What are you looking for?"), required=False, max_length=2000, strip=True)
