"""Who joins, and how to reach them."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.loop.approaches.forms.fields import Words


class JoinForm(WithoutBsn, forms.Form):
    """A first name, and how to reach somebody."""

    first_name = Words(
        label=_("What is your first name?"),
        max_length=60,
        error_messages={"required": _("How may we call you?")},
    )
    how_to_reach = Words(
        label=_("How can we reach you?"),
        max_length=120,
        help_text=_("For example a phone number or an e-mail address."),
        error_messages={"required": _("How can we reach you?")},
    )
    # A form that is sent twice counts once.
    once = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput, initial=secrets.token_urlsafe)


class AskedForm(WithoutBsn, forms.Form):
    """What somebody said when a colleague asked whether they join."""

    answer = forms.CharField(widget=forms.HiddenInput)
    first_name = Words(label=_("First name"), max_length=60, required=False)
    how_to_reach = Words(
        label=_("How does the group reach them?"),
        max_length=120,
        required=False,
        help_text=_("As they wish. Only the owner and who supports this see it."),
    )
