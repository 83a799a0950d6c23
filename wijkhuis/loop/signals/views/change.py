"""What the group changes about a theme: its name, what belongs to it, and that it ends."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.base.ui.doing import is_done_with
from wijkhuis.loop.signals import access, actions
from wijkhuis.loop.signals.forms.themes import ChoosingForm, MergeForm, NameForm, SplitForm
from wijkhuis.loop.signals.models import Theme
from wijkhuis.loop.signals.rules.likeness import folded
from wijkhuis.loop.signals.views.finding import answer, read_theme
from wijkhuis.loop.signals.views.proposal import MADE

both_ways = require_http_methods(["GET", "POST"])
# What a page of loose sentences can carry.
MOST_LOOSE = 300


@both_ways
def rename(request: SignedIn, pk: int) -> HttpResponse:
    """Give a theme the name the group uses."""
    theme = read_theme(request, pk)
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": theme.name})
    if form.is_valid() and is_done_with(form, lambda said: actions.rename_theme(theme, **said, by=actor_of(request))):
        return _back(request, theme, _("The name is changed."), stays=True)
    return _page(request, theme, form, title=_("What is the theme called?"), button=_("Keep this name"))


@both_ways
def split(request: SignedIn, pk: int) -> HttpResponse:
    """Let some of the sentences go on by themselves."""
    theme = read_theme(request, pk)
    signals = list(theme.signals.defer("meaning"))
    form = SplitForm(request.POST if request.method == "POST" else None, signals=signals)
    if form.is_valid() and is_done_with(form, lambda said: actions.split_theme(theme, **said, by=actor_of(request))):
        return _back(request, theme, _("These are two themes now."))
    return _page(
        request,
        theme,
        form,
        title=_("Which sentences go on by themselves?"),
        button=_("Make two themes"),
        folds=folded(signals),
    )


@both_ways
def take_out(request: SignedIn, pk: int) -> HttpResponse:
    """Take sentences out that do not belong here."""
    theme = read_theme(request, pk)
    signals = list(theme.signals.defer("meaning"))
    form = ChoosingForm(request.POST if request.method == "POST" else None, signals=signals)
    if form.is_valid() and is_done_with(form, lambda said: actions.leave_theme(theme, **said, by=actor_of(request))):
        return _back(request, theme, _("These sentences stand alone again."))
    return _page(
        request,
        theme,
        form,
        title=_("Which sentences do not belong here?"),
        lead=_("They stand alone again. Who is behind them is not known any more: they count for nobody."),
        button=_("Take them out"),
        folds=folded(signals),
    )


@both_ways
def bring_in(request: SignedIn, pk: int) -> HttpResponse:
    """Add sentences that stand alone."""
    theme = read_theme(request, pk)
    loose = access.visible_signals(request.user).filter(house_id=theme.house_id, theme=None).defer("meaning")
    signals = list(loose.order_by("sentence", "pk")[:MOST_LOOSE])
    form = ChoosingForm(request.POST if request.method == "POST" else None, signals=signals)
    if form.is_valid() and is_done_with(form, lambda said: actions.join_theme(theme, **said, by=actor_of(request))):
        return _back(request, theme, _("These sentences belong to it now."))
    return _page(
        request,
        theme,
        form,
        title=_("Which sentences belong to it too?"),
        button=_("Add them"),
        folds=folded(signals),
        empty=_("No sentence stands alone now. New ones come from the desk and from the street."),
    )


@both_ways
def merge(request: SignedIn, pk: int) -> HttpResponse:
    """Let a theme take in another."""
    theme = read_theme(request, pk)
    form = MergeForm(request.POST if request.method == "POST" else None, theme=theme)
    if form.is_valid() and is_done_with(
        form, lambda _said: actions.merge_themes(theme, **form.told(), by=actor_of(request))
    ):
        return _back(request, theme, _("These two are one theme now."))
    return _page(
        request,
        theme,
        form,
        title=_("Which theme belongs to this one?"),
        lead=_(
            "All of the theme that you choose goes to this one: sentences, people, decisions, agreements, what those "
            "concerned said, and approaches. Nobody is counted twice, and an answer that the municipality owes stays "
            "owed. This cannot be undone. You can make two themes of it again later, but then decisions and "
            "approaches stay with this one."
        ),
        button=_("Make one theme"),
        empty="" if form.fields["other"].queryset.exists() else _("There is no other open theme."),  # type: ignore[attr-defined]
    )


@both_ways
def close(request: SignedIn, pk: int) -> HttpResponse:
    """End a theme, after it was said what goes with it."""
    theme = read_theme(request, pk)
    if request.method == "POST":
        actions.close_theme(theme, by=actor_of(request))
        return _back(request, theme, _("The theme is closed and its key is destroyed."))
    return answer(request, "signals/close.html", {"theme": theme})


def _back(request: SignedIn, theme: Theme, words: str, *, stays: bool = False) -> HttpResponse:
    if not stays:
        # What was changed since is more than the yes that could be taken back.
        request.session.pop(MADE, None)
    messages.success(request, words, extra_tags=f"saved:{request.path}")
    return redirect("signals:theme", theme.pk)


def _page(request: SignedIn, theme: Theme, form: Any, **more: Any) -> HttpResponse:
    context = {"theme": theme, "form": form, "chosen": getattr(form, "chosen", set()), **more}
    return answer(request, "signals/change.html", context, form)
