"""Fields in our own words; what is checked stays with allauth."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.language.words import tidy

# The languages of pages for staff.
SPOKEN = [("nl", _("Dutch")), ("nl-informal", _("Dutch (informal)")), ("en", _("English"))]
WORDS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("The password you have now"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "code": _("Code"),
    "name": _("What do you call it?"),
    "passwordless": _("I want to sign in with only this passkey"),
}
HELP = {
    "password1": _("At least twelve characters. A few words in a row are easy to remember."),
    "passwordless": _("Your phone or computer asks for your finger, face or PIN."),
}


class PlainWords:
    """Give the fields our own words, and no text inside the box."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = WORDS.get(name, field.label)
            field.help_text = HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            if name == "code":
                field.widget.attrs.update(autocapitalize="characters", spellcheck="false")


class LoginForm(PlainWords, account.LoginForm):
    """E-mail address and password."""


class RequestLoginCodeForm(PlainWords, account.RequestLoginCodeForm):
    """Where the code goes."""


class ConfirmLoginCodeForm(PlainWords, account.ConfirmLoginCodeForm):
    """The code from the mail."""


class ChangePasswordForm(PlainWords, account.ChangePasswordForm):
    """Another password."""


class SetPasswordForm(PlainWords, account.SetPasswordForm):
    """A first password."""


class ResetPasswordForm(PlainWords, account.ResetPasswordForm):
    """Where the link goes."""


class ResetPasswordKeyForm(PlainWords, account.ResetPasswordKeyForm):
    """A new password, with a link from the mail."""


class ReauthenticateForm(PlainWords, account.ReauthenticateForm):
    """The password once more."""


class SecondFactorForm(PlainWords, mfa.AuthenticateForm):
    """The code from the app, or a spare code."""


class SecondFactorAgainForm(PlainWords, mfa.ReauthenticateForm):
    """The code from the app once more."""


class SetUpAppForm(PlainWords, totp.ActivateTOTPForm):
    """The first code from the app."""


class AddPasskeyForm(PlainWords, webauthn.AddWebAuthnForm):
    """A name for the passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class MyDetailsForm(forms.ModelForm):
    """What somebody says about themselves."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "function", "phone", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.TypedChoiceField)
        language.choices = SPOKEN

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        return {name: tidy(value) if isinstance(value, str) else value for name, value in cleaned.items()}
