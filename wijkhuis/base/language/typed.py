"""What every form refuses, in one place."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.words import holds_bsn

NO_BSN = _("This looks like a citizen service number. We do not keep that. Take it out, then you can go on.")


def refuse_bsn_in(form: forms.BaseForm) -> None:
    """Give every field in which somebody typed a citizen service number an error; called from `clean`."""
    for name, value in list(form.cleaned_data.items()):
        # What nobody typed is not asked: one in two hundred random tokens holds such a number.
        if isinstance(value, str) and not form.fields[name].widget.is_hidden and holds_bsn(value):
            form.add_error(name, NO_BSN)
