"""What people type about the map, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.words import holds_bsn
from wijkhuis.base.ui.fields import ListField
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.directory.rules.key_people import address_of
from wijkhuis.house.neighbourhood.models import Neighbourhood

NO_BSN = _("This looks like a citizen service number. We do not keep that. Take it out, then you can go on.")


class WithoutBsn(forms.BaseForm):
    """Turns a citizen service number away from every field of words."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for name, value in list(values.items()):
            if isinstance(value, str) and name != "phone" and holds_bsn(value):
                self.add_error(name, NO_BSN)
        return values


class EntryForm(WithoutBsn, forms.ModelForm):
    """One thing that is there."""

    topics = ListField(label=_("What does it help with?"))
    audience = ListField(label=_("For whom?"))
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.order_by("name"),
        required=False,
        label=_("Neighbourhood"),
        empty_label=_("the whole city"),
    )

    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https", max_length=190)

    class Meta:
        model = Entry
        fields = (
            "name", "kind", "is_informal", "description", "topics", "audience", "neighbourhood", "organisation",
            "address", "phone", "email", "website", "opening",
        )  # fmt: skip
        widgets = {"description": forms.Textarea(attrs={"rows": 5})}


class KeyPersonForm(WithoutBsn, forms.ModelForm):
    """Somebody who agreed to be asked."""

    languages = ListField(label=_("Speaks"), longest=30)
    agreed = forms.BooleanField(label=_("I asked them myself, and they agreed to be on this list."))
    send_to = forms.CharField(
        label=_("Their e-mail address or mobile number"),
        required=False,
        max_length=120,
        help_text=_("Only when they want that. They get their own link there, and once a year our question."),
    )

    class Meta:
        model = KeyPerson
        fields = ("name", "ask_about", "not_about", "reach", "languages", "send_to", "agreed_until")
        widgets = {"agreed_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def clean_send_to(self) -> str:
        """An address at which something can arrive, or nothing."""
        send_to = self.cleaned_data["send_to"].strip()
        if send_to and address_of(send_to) is None:
            raise forms.ValidationError(_("Is this right? It is no e-mail address and no mobile number."))
        return send_to


class SearchForm(forms.Form):
    """What somebody is looking for, in their own words."""

    q = forms.CharField(label=_("What are you looking for?"), required=False, max_length=2000, strip=True)
    kind = forms.ChoiceField(required=False, choices=[("", _("everything")), *Entry.Kind.choices])
