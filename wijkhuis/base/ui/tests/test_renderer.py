"""Plain widgets are drawn without templates, as the templates of Django would draw them."""

import datetime as dt

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from wijkhuis.base.ui.renderer import PlainWidgets

SHARP = "<b>\"Piet\" & 'Mien'</b>"
CHOICES = [("", "—"), ("a&b", SHARP), ("Noord", [("n1", "Buurt <1>"), ("n2", "Buurt 2")])]
WIDGETS = [
    (forms.TextInput(attrs={"autofocus": True, "hidden": False, "title": SHARP, "maxlength": 80}), SHARP),
    (forms.TextInput(), None),
    (forms.TextInput(), 0),
    (forms.PasswordInput(), "secret"),
    (forms.HiddenInput(), "a"),
    (forms.NumberInput(attrs={"step": "any"}), 1234.5),
    (forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), dt.date(2026, 3, 4)),
    (forms.TimeInput(format="%H:%M"), dt.time(9, 5)),
    (forms.Textarea(attrs={"rows": 2}), f"\nfirst {SHARP}\n\nlast "),
    (forms.Textarea(), None),
    (forms.Select(choices=CHOICES), "a&b"),
    (forms.Select(choices=CHOICES), "n2"),
    (forms.SelectMultiple(choices=CHOICES), ["a&b", "n1"]),
    (forms.RadioSelect(choices=CHOICES[:2]), "a&b"),
    (forms.CheckboxSelectMultiple(choices=CHOICES[:2]), ["a&b"]),
    (forms.CheckboxInput(), True),
]


@pytest.mark.parametrize(("widget", "value"), WIDGETS)
def test_a_plain_widget_looks_like_the_one_of_django(widget, value):
    # Given the page of Django
    expected = widget.render("field", value, {"id": "id_field"}, DjangoTemplates())

    # When we draw it ourselves
    drawn = widget.render("field", value, {"id": "id_field"}, PlainWidgets())

    # Then a browser reads the same
    assert parse_html(drawn) == parse_html(expected)


def test_one_choice_of_many_looks_like_the_one_of_django():
    # Given a choice of two
    class Choice(forms.Form):
        which = forms.ChoiceField(choices=CHOICES[:2], widget=forms.RadioSelect)

    drawn, expected = (
        [str(option.tag()) for option in Choice({"which": "a&b"}, renderer=renderer)["which"]]
        for renderer in (PlainWidgets(), DjangoTemplates())
    )

    # Then each choice reads the same
    assert list(map(parse_html, drawn)) == list(map(parse_html, expected))
