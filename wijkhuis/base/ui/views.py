import datetime as dt

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from wijkhuis.base import clock
from wijkhuis.base.access import public
from wijkhuis.base.ui import examples

PAGES = {
    "staff": "ui/catalogue.html",
    "resident": "ui/catalogue_resident.html",
    "kiosk": "ui/catalogue_kiosk.html",
    "paper": "ui/catalogue_paper.html",
}


class ExampleForm(forms.Form):
    words = forms.CharField(
        label="In de woorden van de bewoner",
        help_text="Alleen dit is genoeg.",
        widget=forms.Textarea(attrs={"dir": "auto"}),
    )
    name = forms.CharField(label="Hoe mogen we u noemen?", required=False)
    contact = forms.ChoiceField(
        label="Hoe hoort u graag iets terug?",
        choices=examples.CONTACT,
        widget=forms.RadioSelect,
        required=False,
    )
    urgent = forms.BooleanField(label="Dit kan niet wachten", required=False)
    day = forms.DateField(
        label="Wanneer?",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Kies een dag."},
    )
    street = forms.ChoiceField(label="In welke buurt?", choices=[("", "Weet ik niet"), ("n", "Noord")], required=False)


@public("only in development; in a real house it is not there without a staff account")
def catalogue(request: HttpRequest, page: str = "staff") -> HttpResponse:
    """Show all parts of the look with examples, to those who build."""
    is_staff = getattr(getattr(request, "user", None), "is_staff", False)
    if page not in PAGES or not (settings.DEBUG or is_staff):
        raise Http404
    form = ExampleForm({"words": "De muren komen op me af", "day": "", "contact": "phone"})
    context = {
        **examples.context(today=clock.today(), now=clock.now()),
        "form": form,
        "page": Paginator(range(95), 20).get_page(request.GET.get("page")),
        "due": clock.today() + dt.timedelta(days=1),
    }
    return render(request, PAGES[page], context)
