import datetime as dt

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from wijkhuis.base.ui import examples

PAGES = {"staff": "ui/catalogue.html", "resident": "ui/catalogue_resident.html", "kiosk": "ui/catalogue_kiosk.html", "paper": "ui/catalogue_paper.html"}


class ExampleForm(forms.Form):
    words = forms.CharField(label="In de woorden van de bewoner", help_text="Alleen dit is genoeg.", widget=forms.Textarea(attrs={"dir": "auto"}))
    name = forms.CharField(label="Hoe mogen we u noemen?", required=False)
    contact = forms.ChoiceField(
        label="Hoe hoort u graag iets terug?",
        choices=examples.CONTACT,
        widget=forms.RadioSelect,
        required=False,
    )
    urgent = forms.BooleanField(label="Dit kan niet wachten", required=False)
    day = forms.DateField(label="Wanneer?", widget=forms.DateInput(attrs={"type": "date"}), error_messages={"invalid": "Deze dag bestaat niet."})
    street = forms.ChoiceField(label="In welke buurt?", choices=[("", "Weet ik niet"), ("n", "Noord")], required=False)


def catalogue(request: HttpRequest, page: str = "staff") -> HttpResponse:
    """Show all parts of the look with examples, to those who build."""
    if not settings.DEBUG and not getattr(request.user, "is_staff", False):
        raise Http404
    form = ExampleForm({"words": "De muren komen op me af", "day": "2026-02-31", "contact": "phone"})
    context = {
        **examples.context(today=timezone.localdate(), now=timezone.now()),
        "form": form,
        "page": Paginator(range(95), 20).get_page(request.GET.get("page")),
        "due": timezone.localdate() + dt.timedelta(days=1),
    }
    return render(request, PAGES[page], context)
