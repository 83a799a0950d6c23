"""Doing what a form asks: a no comes back as a sentence above what was typed."""

from collections.abc import Callable
from typing import Any

from django import forms

from wijkhuis.base.errors import RuleBroken


def is_done(form: forms.BaseForm, act: Callable[[], object]) -> bool:
    """Do it; a broken rule becomes a sentence above the form, so that nothing that was typed is lost."""
    try:
        act()
    except RuleBroken as broken:
        if broken.status != 409:
            raise
        form.add_error(None, broken.sentence)
    return not form.errors


def is_done_with(form: forms.BaseForm, act: Callable[[dict[str, Any]], object]) -> bool:
    """The same for what needs all that was filled in."""
    return is_done(form, lambda: act(form.cleaned_data))
