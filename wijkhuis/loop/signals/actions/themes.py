"""Themes: confirmed, grown, split, merged, decided on and closed; always by people."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Min, Q
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.nameless import nameless
from wijkhuis.base.language.words import tidy
from wijkhuis.base.trail.merging import move_what_hangs_on
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.actions.voices import copy_voices, destroy_keys, give_voices, take_over_keys
from wijkhuis.loop.signals.models import Proposal, Signal, Theme, Voice, VoiceKey
from wijkhuis.loop.signals.queries.people import people_of
from wijkhuis.loop.signals.rules import numbers
from wijkhuis.loop.signals.rules.library import known_themes


@transaction.atomic
def make_theme(house: House, *, name: str, signals: Iterable[Signal], known_as: str = "", by: Actor) -> Theme:
    """Make a theme of signals that stand alone."""
    demand_group(house, by=by)
    name = _name(name)
    demand(bool(name), _("Give the theme a name."))
    ids = [signal.pk for signal in signals]
    loose = list(Signal.objects.select_for_update().filter(pk__in=ids, house=house, theme=None))
    demand(bool(loose), _("These signals belong to a theme already."))
    theme = Theme.objects.create(
        house=house,
        name=name[:80],
        known_as=known_as,
        since=min(signal.month for signal in loose),
        confirmed_by=by.user,
        confirmed_on=clock.today(),
    )
    VoiceKey.objects.create(theme=theme)
    _take_in(theme, loose)
    record("signals.theme_made", theme, by=by)
    return theme


@transaction.atomic
def join_theme(theme: Theme, *, signals: Iterable[Signal], by: Actor) -> Theme:
    """Add signals that stand alone to a theme."""
    theme = _lock(theme, by=by)
    ids = [signal.pk for signal in signals]
    _take_in(theme, list(Signal.objects.select_for_update().filter(pk__in=ids, house_id=theme.house_id, theme=None)))
    record("signals.theme_grew", theme, by=by)
    return theme


@transaction.atomic
def leave_theme(theme: Theme, *, signals: Iterable[Signal], by: Actor) -> Theme:
    """Take signals out of a theme. Who is behind them is not known any more; elsewhere they count for nobody."""
    theme = _lock(theme, by=by)
    leaving = Signal.objects.filter(pk__in=[signal.pk for signal in signals], theme=theme)
    Voice.objects.filter(signal__in=leaving).delete()
    leaving.update(theme=None)
    _count_anew(theme)
    record("signals.theme_shrank", theme, by=by)
    return theme


@transaction.atomic
def rename_theme(theme: Theme, *, name: str, by: Actor) -> Theme:
    """Give a theme the name the group uses."""
    theme = _lock(theme, by=by)
    name = _name(name)
    demand(bool(name), _("Give the theme a name."))
    theme.name = name[:80]
    theme.save(update_fields=["name"])
    record("signals.theme_renamed", theme, by=by)
    return theme


@transaction.atomic
def split_theme(theme: Theme, *, signals: Iterable[Signal], name: str, by: Actor) -> Theme:
    """Let a part of a theme go on by itself, with its own people and the history of its signals."""
    theme = _lock(theme, by=by)
    name = _name(name)
    demand(bool(name), _("Give the theme a name."))
    part = list(Signal.objects.select_for_update().filter(pk__in=[signal.pk for signal in signals], theme=theme))
    stays = theme.signals.exclude(pk__in=[signal.pk for signal in part]).exists()
    demand(bool(part) and stays, _("Choose some of the signals, not all."))
    other = Theme.objects.create(
        house=theme.house,
        name=name[:80],
        since=min(signal.month for signal in part),
        confirmed_by=by.user,
        confirmed_on=clock.today(),
    )
    copy_voices(of=theme, to=other, signals=part)
    Signal.objects.filter(pk__in=[signal.pk for signal in part]).update(theme=other)
    was_told = bool(theme.people_shown)
    _count_anew(theme)
    _count_anew(other)
    stays_told = bool(theme.people_shown)
    sentence = _("Then fewer than five people stay behind this theme, and outside everybody sees it go. Choose others.")
    demand(stays_told or not was_told, sentence)
    record("signals.theme_split", theme, by=by)
    return other


@transaction.atomic
def merge_themes(theme: Theme, *, other: Theme, name: str = "", by: Actor) -> Theme:
    """Let one theme take in another, under the name of either; the other one's page leads here from now on.

    What was decided about the other holds when nothing was decided about this one; what later rooms kept goes along.
    """
    demand(theme.pk != other.pk and theme.house_id == other.house_id, _("Choose two themes of one house."))
    first, second = sorted((theme.pk, other.pk))
    list(Theme.objects.select_for_update().filter(pk__in=[first, second]).order_by("pk"))
    theme, other = _lock(theme, by=by), _lock(other, by=by)
    demand(name in ("", theme.name, other.name), _("Choose the name of one of the two."))
    move_what_hangs_on(other, to=theme)
    take_over_keys(of=other, to=theme)
    other.signals.update(theme=theme)
    theme.name = name or theme.name
    if theme.standing == Theme.Standing.OPEN:
        theme.standing, theme.why, theme.decided_on = other.standing, other.why, other.decided_on
    theme.save(update_fields=["name", "standing", "why", "decided_on"])
    other.merged_into, other.closed_on, other.people_shown, other.shown_on = theme, clock.today(), 0, None
    other.save(update_fields=["merged_into", "closed_on", "people_shown", "shown_on"])
    _drop_proposals_about(other)
    _count_anew(theme)
    record("signals.themes_merged", theme, by=by)
    return theme


@transaction.atomic
def confirm_proposal(
    proposal: Proposal, *, name: str = "", signals: Iterable[Signal] | None = None, by: Actor
) -> Theme:
    """Say yes to a proposal, perhaps with another name or with fewer of its signals."""
    proposal = _waiting(proposal, by=by)
    chosen = list(proposal.signals.all())
    if signals is not None:
        offered = {signal.pk for signal in chosen}
        chosen = [signal for signal in signals if signal.pk in offered]
    _end(proposal, accepted=True, by=by)
    if proposal.kind != Proposal.Kind.MERGE:
        name = name or proposal.name
    return _carry_out(proposal, name=name, signals=chosen, by=by)


@transaction.atomic
def decline_proposal(proposal: Proposal, *, by: Actor) -> Proposal:
    """Say no; the computer learns from it."""
    proposal = _waiting(proposal, by=by)
    _end(proposal, accepted=False, by=by)
    record("signals.proposal_declined", proposal, by=by)
    return proposal


@transaction.atomic
def decide(theme: Theme, *, standing: str, why: str, on: date, by: Actor) -> Theme:
    """Keep what the group decided, with one sentence that everybody may read."""
    theme = _lock(theme, by=by)
    why = nameless(why)
    demand(standing in Theme.Standing.values, _("Choose what the group decided."))
    demand(bool(why) or standing == Theme.Standing.OPEN, _("Write one sentence why. Everybody may read it."))
    theme.standing, theme.why, theme.decided_on = standing, why[:300], on
    theme.save(update_fields=["standing", "why", "decided_on"])
    _count_anew(theme)
    record("signals.theme_decided", theme, by=by)
    return theme


@transaction.atomic
def close_theme(theme: Theme, *, by: Actor) -> Theme:
    """End a theme: its keys are destroyed, what it is called and what came of it stay."""
    theme = _lock(theme, by=by)
    _count_anew(theme)
    destroy_keys(theme)
    theme.closed_on = clock.today()
    theme.save(update_fields=["closed_on"])
    _drop_proposals_about(theme)
    record("signals.theme_closed", theme, by=by)
    return theme


def _name(name: str) -> str:
    """What a theme may be called: nothing that says who somebody is; the names of the library never do."""
    said = tidy(name)
    return said if said in {theme.name for theme in known_themes()} else nameless(said)


def _drop_proposals_about(theme: Theme) -> None:
    Proposal.objects.filter(Q(theme=theme) | Q(other=theme), decided_on=None).delete()


def _carry_out(proposal: Proposal, *, name: str, signals: list[Signal], by: Actor) -> Theme:
    if proposal.kind == Proposal.Kind.NEW or proposal.theme is None:
        return make_theme(proposal.house, name=name, signals=signals, known_as=proposal.known_as, by=by)
    if proposal.kind == Proposal.Kind.MERGE and proposal.other is not None:
        return merge_themes(proposal.theme, other=proposal.other, name=name, by=by)
    if proposal.kind == Proposal.Kind.SPLIT:
        return split_theme(proposal.theme, signals=signals, name=name, by=by)
    change = leave_theme if proposal.kind == Proposal.Kind.SHRINK else join_theme
    return change(proposal.theme, signals=signals, by=by)


def _take_in(theme: Theme, signals: list[Signal]) -> None:
    give_voices(theme, signals)
    Signal.objects.filter(pk__in=[signal.pk for signal in signals]).update(theme=theme)
    said = theme.people_shown
    _count_anew(theme)
    # A month that moved without the number would tell outside that somebody of that month joined.
    if said and theme.people_shown == said:
        return
    first = theme.signals.aggregate(first=Min("month"))["first"]
    if first and first < theme.since:
        theme.since = first
        theme.save(update_fields=["since"])


def _count_anew(theme: Theme) -> None:
    theme.people_shown = numbers.shown(theme.people_shown, now=people_of(theme))
    theme.shown_on = (theme.shown_on or clock.today()) if theme.people_shown else None
    theme.save(update_fields=["people_shown", "shown_on"])


def _lock(theme: Theme, *, by: Actor) -> Theme:
    demand_group(theme.house, by=by)
    theme = Theme.objects.select_for_update(of=("self",)).select_related("house").get(pk=theme.pk)
    demand(theme.closed_on is None, _("This theme has ended."))
    return theme


def _waiting(proposal: Proposal, *, by: Actor) -> Proposal:
    demand_group(proposal.house, by=by)
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    demand(proposal.decided_on is None, _("Somebody already said yes or no to this."))
    return proposal


def _end(proposal: Proposal, *, accepted: bool, by: Actor) -> None:
    proposal.accepted, proposal.decided_on, proposal.decided_by = accepted, clock.today(), by.user
    proposal.save(update_fields=["accepted", "decided_on", "decided_by"])
