"""What visitors type: a question, or what they look for."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import refuse_bsn_in
from wijkhuis.base.language.words import tidy
from wijkhuis.base.messages.actions import Address
from wijkhuis.base.messages.addresses import usable
from wijkhuis.base.messages.models import Channel
from wijkhuis.base.messages.queries import goes_by_notify, goes_out_by_itself

WAYS = [
    ("come_by", _("I come by, or look with my code")),
    ("phone", _("Call me")),
    ("sms", _("Send me a text message")),
    ("email", _("Send me an e-mail")),
]
BY_LETTER = ("letter", _("Send me a letter"))


class TidyForm(forms.Form):
    """A form whose words are tidied and hold no citizen service number."""

    def clean(self) -> dict[str, Any]:
        """The same values, tidied."""
        super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str):
                self.cleaned_data[name] = tidy(value)
        refuse_bsn_in(self)
        return self.cleaned_data


class SearchForm(TidyForm):
    """What somebody looks for, in their own words."""

    text = forms.CharField(
        label=_("What are you looking for?"),
        help_text=_("Say it in your own words. We do not keep what you type."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
        error_messages={"required": _("Type a few words, then we can look.")},
    )


class AskForm(TidyForm):
    """A question; only the words are needed."""

    words = forms.CharField(
        label=_("What can we help you with?"),
        help_text=_("Write it in your own words and your own language."),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write your question in a few words.")},
    )
    called = forms.CharField(
        label=_("How shall we call you?"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name", "dir": "auto"}),
    )
    way = forms.ChoiceField(
        label=_("How do you want to hear back?"),
        choices=WAYS,
        initial="come_by",
        required=False,
        widget=forms.RadioSelect,
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}),
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "email", "inputmode": "email", "dir": "ltr"}),
    )
    postal = forms.CharField(
        label=_("Your address"),
        help_text=_("Street and number, postcode and town."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address", "dir": "auto"}),
    )
    # A form that is sent twice keeps one question.
    once = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput, initial=secrets.token_urlsafe)
    # People do not see this field; programs that fill in everything do.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Nobody chooses a way that does not go out from here.
        ways = [way for way in WAYS if way[0] != Channel.SMS or goes_out_by_itself(Channel.SMS)]
        if goes_by_notify(Channel.LETTER):
            ways.append(BY_LETTER)
        else:
            del self.fields["postal"]
        self.fields["way"].choices = ways  # type: ignore[attr-defined]

    @property
    def came_from_a_program(self) -> bool:
        """Whether something filled in the field that people do not see."""
        return bool(self.data.get("website"))

    def clean(self) -> dict[str, Any]:
        """The way to hear back needs an address that can work."""
        facts = super().clean()
        way = facts.get("way") or "come_by"
        if way in ("phone", "sms") and not usable(Address(Channel.SMS, facts.get("phone", ""))):
            self.add_error("phone", _("Which number can we call or text?"))
        if way == "email" and not usable(Address(Channel.EMAIL, facts.get("email", ""))):
            self.add_error("email", _("Which e-mail address can we write to?"))
        if way == "letter" and not usable(Address(Channel.LETTER, facts.get("postal", ""))):
            self.add_error(
                "postal", _("Which address can we send the letter to? Write your street, postcode and town.")
            )
        return {**facts, "way": way}


class KioskAskForm(AskForm):
    """The same question at the screen in the hall: nothing is filled in by the browser; a number means: call me."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Nobody types an address where others look over a shoulder.
        self.fields.pop("postal", None)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Who leaves a number is called; others come by."""
        way = "phone" if self.cleaned_data.get("phone") else "come_by"
        self.cleaned_data["way"] = way
        return super().clean()


class CodeForm(forms.Form):
    """The short code of a slip, and perhaps how it went or what somebody wants to do."""

    code = forms.CharField(
        label=_("Which code is on your slip?"),
        help_text=_("Six letters and digits."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
        error_messages={"required": _("Type the code that is on your slip.")},
    )
    outcome = forms.CharField(required=False, max_length=8)
    do = forms.CharField(required=False, max_length=8)


class MoreWordsForm(TidyForm):
    """Something somebody adds to their question at the screen in the hall."""

    words = forms.CharField(
        label=_("Your words"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write down at least one word.")},
    )
