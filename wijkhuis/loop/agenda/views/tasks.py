"""Who does what before when: agreed, ticked off, and printed for who has no account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base import clock
from wijkhuis.base.accounts.sessions import person_of
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done
from wijkhuis.loop.agenda import access, actions
from wijkhuis.loop.agenda.forms import ChangeTaskForm, TaskForm, seats_to_choose
from wijkhuis.loop.agenda.models import Item
from wijkhuis.loop.agenda.queries.meetings import open_tasks
from wijkhuis.loop.agenda.views.finding import found_item, found_meeting, group_of, without_group
from wijkhuis.loop.agenda.views.items import item_page


@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree who does what."""
    found = found_meeting(request, pk)
    item = Item.objects.filter(meeting=found, pk=_number(request.POST.get("item", ""))).select_related("theme").first()
    form = TaskForm(request.POST, seats=seats_to_choose(found))
    theme = item.theme if item else None
    if form.is_valid() and is_done(
        form, lambda: actions.agree_task(found, theme=theme, by=actor_of(request), **form.cleaned_data)
    ):
        messages.success(request, _("It is agreed."), extra_tags="saved:task")
    elif item:
        return item_page(request, found_item(request, item.pk), form)
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("agenda:item", item.pk) if item else redirect("agenda:meeting", pk)


@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """Done, or not after all."""
    task = get_object_or_404(access.visible_tasks(person_of(request)), pk=pk)
    done = request.POST.get("done") != "no"
    actions.tick_task(task, is_done=done, by=actor_of(request))
    messages.success(request, _("Done, thank you.") if done else _("It is open again."))
    return redirect(_back(request))


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody else, another day, or not needed any more; also after the meeting."""
    task = get_object_or_404(access.visible_tasks(person_of(request)), pk=pk)
    form = ChangeTaskForm(request.POST or None, task=task, seats=seats_to_choose(task.meeting))
    if form.is_valid() and is_done(form, lambda: actions.change_task(task, by=actor_of(request), **form.cleaned_data)):
        messages.success(request, _("It is changed. Who does it hears of it the day before."))
        return redirect("agenda:meetings")
    return render(request, "agenda/change_task.html", {"form": form, "task": task}, status=422 if form.errors else 200)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody needs to do it any more, or somebody does after all."""
    task = get_object_or_404(access.visible_tasks(person_of(request)), pk=pk)
    dropped = request.POST.get("dropped") != "no"
    actions.drop_task(task, is_dropped=dropped, by=actor_of(request))
    messages.success(request, _("It is off the list. The minutes keep it.") if dropped else _("It is open again."))
    return redirect("agenda:meetings" if dropped else "agenda:minutes", *([] if dropped else [task.meeting_id]))


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Agreed by mistake."""
    task = get_object_or_404(access.visible_tasks(person_of(request)), pk=pk)
    actions.remove_task(task, by=actor_of(request))
    messages.success(request, _("It is gone."))
    return redirect(_back(request))


@require_GET
def paper(request: HttpRequest) -> HttpResponse:
    """What everybody does, on paper to hand out."""
    group = group_of(request)
    if group is None:
        return without_group(request)
    context = {
        "group": group,
        "house": group.house,
        "tasks": open_tasks(group),
        "today": clock.today(),
        "back_url": reverse("agenda:meetings"),
    }
    return render(request, "agenda/tasks_paper.html", context)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _back(request: HttpRequest) -> str:
    to = request.POST.get("back", "")
    is_ours = to.startswith("/wijkagenda/") and url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    return to if is_ours else reverse("agenda:meetings")
