"""The action programme: read by everybody, written by the signal group."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.access import public
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.house.neighbourhood.models import City, House
from wijkhuis.house.neighbourhood.queries import houses_to_visit
from wijkhuis.house.neighbourhood.speaking import reach_of, speak_as
from wijkhuis.loop.programme import access, actions
from wijkhuis.loop.programme import queries as read
from wijkhuis.loop.programme.forms import ActionForm, AimForm, ProgrammeForm
from wijkhuis.loop.programme.models import Aim, Programme


@public("everyone may read what neighbourhoods set out to do")
@require_GET
def houses(request: HttpRequest) -> HttpResponse:
    """The houses that have a programme."""
    with_one = set(access.public_programmes(on=clock.today()).values_list("house_id", flat=True))
    rows = [house for house in houses_to_visit(on=clock.today()).order_by("name") if house.pk in with_one]
    return render(request, "programme/houses.html", {"rows": rows})


@public("everyone may read what the neighbourhood set out to do")
@require_GET
def house(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme of one house, and the earlier ones."""
    found = _visited(request, slug)
    return render(request, "programme/house.html", {**reach_of(found), **_told(request, found)})


@public("everyone may print what the neighbourhood set out to do")
@require_GET
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """The same on paper."""
    found = _visited(request, slug)
    own = reverse("programme:house", args=[slug])
    context = {**_told(request, found), "back_url": own, "link_words": (settings.SITE_URL + own).partition("://")[2]}
    return render(request, "programme/paper.html", context)


@require_http_methods(["GET", "POST"])
def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes somebody writes, and a new one."""
    user = person_of(request)
    known = list(access.visible_programmes(user).order_by("house__name", "-starts_on"))
    own = houses_to_visit(on=clock.today()).filter(pk__in=access.writing_house_ids(user)).order_by("name")
    is_somebodys = own.exists() or access.may_set_aims(user)
    demand(is_somebodys, _("The signal group of the house writes this programme."), error=NotYours)
    asked = request.POST.get("house", "")
    form = ProgrammeForm(request.POST or None)
    made: list[Programme] = []

    def start(said: dict[str, Any]) -> None:
        chosen = get_object_or_404(own, pk=int(asked) if asked.isdecimal() and len(asked) < 10 else 0)
        made.append(actions.start_programme(chosen, **said, by=actor_of(request)))

    if form.is_valid() and is_done_with(form, start):
        messages.success(request, _("Now write down what you are going to do."), extra_tags="saved:programme")
        return redirect("programme:programme", made[0].pk)
    context = {"programmes": known, "houses": own, "form": form, "may_set_aims": access.may_set_aims(user)}
    return render(request, "programme/programmes.html", context, status=422 if form.errors else 200)


@require_GET
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """One programme, for who writes it."""
    found = _written(request, pk)
    chapters = read.only_what_they_read(read.chapters_of(found), user=person_of(request), house=found.house)
    context = {"programme": found, "chapters": chapters, "bar": read.bar_of(chapters), "width": read.WIDTH}
    return render(request, "programme/programme.html", context)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the name, the foreword or the two years."""
    found = _written(request, pk)
    form = ProgrammeForm(request.POST or None, instance=found)
    if form.is_valid() and is_done_with(form, lambda said: actions.change_programme(found, said, by=actor_of(request))):
        messages.success(request, _("The change is saved."), extra_tags=f"saved:programme-{pk}")
        return redirect("programme:programme", pk)
    context = {"form": form, "programme": found}
    return render(request, "programme/change.html", context, status=422 if form.errors else 200)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Let everybody read it, or take it back."""
    is_public = request.POST.get("to") != "nobody"
    actions.publish(_written(request, pk), is_public=is_public, by=actor_of(request))
    messages.success(request, _("Everybody can read it now.") if is_public else _("Only you can read it now."))
    return redirect("programme:programme", pk)


@require_http_methods(["GET", "POST"])
def add_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down one action."""
    found = _written(request, pk)
    form = ActionForm(request.POST or None, house=found.house, user=person_of(request))
    if form.is_valid() and is_done_with(form, lambda said: actions.add_action(found, said, by=actor_of(request))):
        messages.success(request, _("It stands in the programme."), extra_tags="saved:action")
        return redirect("programme:programme", pk)
    context = {"form": form, "programme": found, "has_aims": read.aims_of(found.house.city).exists()}
    return render(request, "programme/action.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an action, or say how far it is."""
    found = get_object_or_404(access.visible_actions(person_of(request)), pk=pk)
    programme = found.programme
    form = ActionForm(request.POST or None, instance=found, house=programme.house, user=person_of(request))
    if form.is_valid() and is_done_with(form, lambda said: actions.change_action(found, said, by=actor_of(request))):
        messages.success(request, _("The change is saved."), extra_tags=f"saved:action-{pk}")
        return redirect("programme:programme", programme.pk)
    context = {"form": form, "programme": programme, "action": found, "has_aims": True}
    return render(request, "programme/action.html", context, status=422 if form.errors else 200)


@require_POST
def move_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an action change places with its neighbour."""
    found = get_object_or_404(access.visible_actions(person_of(request)), pk=pk)
    actions.move_action(found, up=request.POST.get("to") == "up", by=actor_of(request))
    return redirect(reverse("programme:programme", args=[found.programme_id]) + f"#actie-{pk}")


@require_POST
def remove_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Written by mistake."""
    found = get_object_or_404(access.visible_actions(person_of(request)), pk=pk)
    actions.remove_action(found, by=actor_of(request))
    messages.success(request, _("It is gone."))
    return redirect("programme:programme", found.programme_id)


@require_http_methods(["GET", "POST"])
def aims(request: HttpRequest) -> HttpResponse:
    """What the city aims at."""
    demand(access.may_set_aims(person_of(request)), _("The municipality says what the city aims at."), error=NotYours)
    city, form = City.objects.first(), AimForm(request.POST or None)
    if city and form.is_valid() and is_done_with(form, lambda aim: actions.add_aim(city, **aim, by=actor_of(request))):
        messages.success(request, _("The houses can choose it now."))
        return redirect("programme:aims")
    context = {"aims": Aim.objects.filter(city=city), "form": form}
    return render(request, "programme/aims.html", context, status=422 if form.errors else 200)


@require_POST
def end_aim(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing new for this aim, or once more."""
    demand(access.may_set_aims(person_of(request)), _("The municipality says what the city aims at."), error=NotYours)
    found = get_object_or_404(Aim, pk=pk)
    actions.end_aim(found, is_over=request.POST.get("to") == "over", by=actor_of(request))
    return redirect("programme:aims")


def _visited(request: HttpRequest, slug: str) -> House:
    found = get_object_or_404(houses_to_visit(on=clock.today()), slug=slug)
    speak_as(found, request=request)
    return found


def _told(request: HttpRequest, found: House) -> dict[str, Any]:
    """What everybody reads of the programme that was asked for, or that runs."""
    asked = request.GET.get("programma", "")
    published = list(access.public_programmes(on=clock.today()).filter(house=found).order_by("-starts_on"))
    chosen = next((one for one in published if str(one.pk) == asked), None)
    shown = chosen or read.programme_of(found, on=clock.today())
    chapters = read.only_what_everybody_reads(read.chapters_of(shown)) if shown else []
    others = [one for one in published if shown and one.pk != shown.pk]
    context = {"house": found, "programme": shown, "chapters": chapters, "others": others, "width": read.WIDTH}
    return {**context, "bar": read.bar_of(chapters), "home_url": reverse("agenda:house", args=[found.slug])}


def _written(request: HttpRequest, pk: int) -> Programme:
    return get_object_or_404(access.visible_programmes(person_of(request)).select_related("house__city"), pk=pk)
