"""Rounds: planning, pairs, paper, and taking signals from the notes together."""

from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkhuis.base.accounts.requests import SignedIn
from wijkhuis.base.journal.actor import actor_of
from wijkhuis.loop.signals import access, actions
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.forms.rounds import NoteSignalForm, PairForm, PaperNoteForm, RoundForm
from wijkhuis.loop.signals.models import Pair, Round, RoundNote
from wijkhuis.loop.signals.queries.rounds import heard_in
from wijkhuis.loop.signals.views.shared import house_of, is_done


@require_GET
def rounds(request: SignedIn) -> HttpResponse:
    """The rounds that come and those that were."""
    house = house_of(request)
    found = access.visible_rounds(request.user).filter(house=house).select_related("neighbourhood")
    context = {
        "coming": found.filter(closed_on=None).annotate(number=Count("pairs")).order_by("held_on", "pk")[:30],
        "past": found.exclude(closed_on=None).order_by("-held_on", "-pk")[:20],
    }
    return render(request, "signals/rounds.html", context)


@require_http_methods(["GET", "POST"])
def new_round(request: SignedIn) -> HttpResponse:
    """Plan a round in a minute."""
    house = house_of(request)
    form = RoundForm(request.POST if request.method == "POST" else None, house=house)
    made: list[Round] = []
    if form.is_valid() and is_done(
        form, lambda: made.append(actions.make_round(house, **form.cleaned_data, by=actor_of(request)))
    ):
        messages.success(request, _("The round is planned. Who go out together?"), extra_tags=f"saved:{request.path}")
        return redirect("signals:round", made[0].pk)
    return render(request, "signals/new_round.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def one_round(request: SignedIn, pk: int) -> HttpResponse:
    """The pairs of a round; a new one gets its link to note on a phone."""
    held = _round(request, pk)
    form = PairForm(request.POST if request.method == "POST" else None)
    made: list[tuple[Pair, str]] = []
    if form.is_valid() and is_done(
        form, lambda: made.append(actions.add_pair(held, **form.cleaned_data, by=actor_of(request)))
    ):
        return _show_link(request, held, *made[0])
    pairs = list(held.pairs.annotate(number=Count("notes")).order_by("pk"))
    has_notes = any(pair.number for pair in pairs)
    context = {"round": held, "pairs": pairs, "has_notes": has_notes, "form": form}
    return render(request, "signals/round.html", context, status=422 if form.errors else 200)


@require_POST
def new_link(request: SignedIn, pk: int) -> HttpResponse:
    """A new link for a pair; it is shown once."""
    pairs = Pair.objects.filter(round__in=access.visible_rounds(request.user)).select_related("round__house")
    pair = get_object_or_404(pairs, pk=pk)
    return _show_link(request, pair.round, pair, actions.new_link(pair, by=actor_of(request)))


@require_GET
def paper(request: SignedIn, pk: int) -> HttpResponse:
    """A4 to take along: what to begin with, and room to write."""
    held = _round(request, pk)
    context = {"round": held, "pairs": held.pairs.order_by("pk"), "starters": _lines(held), "rows": range(4)}
    context["back_url"] = reverse("signals:round", args=[pk])
    return render(request, "signals/round_paper.html", context)


@require_http_methods(["GET", "POST"])
def together(request: SignedIn, pk: int) -> HttpResponse:
    """The notes on the left, sentences on the right: taken together, read by everybody at the table."""
    held = _round(request, pk)
    note_pk = (
        int(request.POST["note"])
        if request.POST.get("note", "").isascii() and request.POST.get("note", "").isdigit()
        else 0
    )
    sent = NoteSignalForm(request.POST, house=held.house, auto_id=f"note-{note_pk}-%s") if note_pk else None
    if sent is not None and sent.is_valid() and _is_kept(request, held, note_pk, sent):
        messages.success(request, _("The signal is kept, without who it was about."))
        return redirect(f"{reverse('signals:together', args=[pk])}#note-{note_pk}")
    typed = PaperNoteForm(request.POST if request.POST.get("do") == "note" else None, pairs=held.pairs.order_by("pk"))
    if typed.is_valid() and is_done(typed, lambda: actions.write_note(**typed.cleaned_data, by=actor_of(request))):
        return redirect("signals:together", pk)
    rows = [
        {"heard": one, "form": sent if one.note.pk == note_pk and sent else _fresh(held, one)}
        for one in heard_in(held, token_of=pool_token)
    ]
    wrong = bool((sent and sent.errors) or typed.errors)
    context = {"round": held, "rows": rows, "typed": typed}
    return render(request, "signals/together.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
def close(request: SignedIn, pk: int) -> HttpResponse:
    """End a round, after saying that all notes are deleted."""
    held = _round(request, pk)
    if request.method == "POST":
        actions.close_round(held, by=actor_of(request))
        messages.success(request, _("The round has ended. All notes are deleted."))
        return redirect("signals:rounds")
    heard = heard_in(held, token_of=pool_token)
    context = {"round": held, "number": len(heard), "untold": sum(not one.taken for one in heard)}
    return render(request, "signals/close_round.html", context)


def _is_kept(request: SignedIn, held: Round, note_pk: int, form: NoteSignalForm) -> bool:
    note = get_object_or_404(_notes(held), pk=note_pk)
    return is_done(form, lambda: actions.keep_signal_of_note(note, wording=_wording(form, held), by=actor_of(request)))


def _wording(form: NoteSignalForm, held: Round) -> actions.Wording:
    return form.wording(neighbourhood=held.neighbourhood)


def _fresh(held: Round, one: Any) -> NoteSignalForm:
    return NoteSignalForm(house=held.house, auto_id=f"note-{one.note.pk}-%s", initial={"sentence": one.proposed})


def _notes(held: Round) -> Any:
    return RoundNote.objects.filter(pair__round=held).select_related("pair__round__house")


def _round(request: SignedIn, pk: int) -> Round:
    return get_object_or_404(access.visible_rounds(request.user).select_related("house", "neighbourhood"), pk=pk)


def _lines(held: Round) -> list[str]:
    return [line.strip() for line in held.starters.splitlines() if line.strip()]


def _show_link(request: SignedIn, held: Round, pair: Pair, key: str) -> HttpResponse:
    link = str(settings.SITE_URL) + reverse("signals:pair", args=[key])
    square = segno.make(link, error="m").svg_data_uri(scale=4, border=2)
    return render(request, "signals/pair_link.html", {"round": held, "pair": pair, "link": link, "square": square})
