"""Rounds of conversations in the street: made, walked in pairs, and turned into signals together."""

import secrets
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.signals import access
from wijkhuis.loop.signals.actions.taking import Wording, mix, write_signal
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Pair, Round, RoundNote, Signal
from wijkhuis.loop.signals.queries.who import identity_of_note

MOST_NOTES = 60


@transaction.atomic
def make_round(
    house: House,
    *,
    name: str,
    held_on: date,
    starters: str = "",
    neighbourhood: Neighbourhood | None = None,
    by: Actor,
) -> Round:
    """Plan a round: a day, a neighbourhood, and what pairs may begin with."""
    demand(access.may_give_signal(by.user, house), _("This is for people who work in this house."), error=NotYours)
    assert by.user is not None
    name = clean_words(name)
    demand(bool(name), _("Give the round a name."))
    House.objects.select_for_update(no_key=True).get(pk=house.pk)
    made, is_new = Round.objects.get_or_create(
        house=house,
        name=name[:80],
        held_on=held_on,
        neighbourhood=neighbourhood,
        led_by=by.user,
        closed_on=None,
        defaults={"starters": clean_words(starters)[:1500]},
    )
    if not is_new:
        return made
    record("signals.round_made", made, by=by)
    return made


@transaction.atomic
def add_pair(held: Round, *, resident: str, professional: str, where: str = "", by: Actor) -> tuple[Pair, str]:
    """Let a resident and a professional go out together; gives the pair and the key of its link, said only now."""
    held = open_round(held, by=by)
    names = clean_words(resident)[:60], clean_words(professional)[:60]
    demand(all(names), _("A pair is a resident and a professional."))
    facts: dict[str, Any] = {
        "round": held,
        "resident": names[0],
        "professional": names[1],
        "where": clean_words(where)[:120],
    }
    pair = Pair.objects.get_or_create(**facts)[0]
    record("signals.pair_added", held, by=by)
    return pair, _give_key(pair)


@transaction.atomic
def new_link(pair: Pair, *, by: Actor) -> str:
    """Make a new link for a pair; the old one leads nowhere from now on."""
    open_round(pair.round, by=by)
    record("signals.pair_got_a_link", pair.round, by=by)
    return _give_key(pair)


def find_pair(key: str) -> Pair | None:
    """The pair of a link, as long as its round is open."""
    if not key or not key.isascii():
        return None
    pairs = Pair.objects.filter(link_digest=_digest(key), round__closed_on=None)
    return pairs.select_related("round__house", "round__neighbourhood").first()


@transaction.atomic
def write_note(pair: Pair, *, words: str, by: Actor) -> RoundNote:
    """Keep what one conversation brought, in the words of the pair, until the round closes."""
    held = _lock(pair.round)
    own = by.user is None and by.label == f"pair:{pair.pk}"
    demand(
        own or access.may_give_signal(by.user, held.house),
        _("This is for people who work in this house."),
        error=NotYours,
    )
    words = clean_words(words)
    demand(bool(words), _("Write down at least one word."))
    demand(pair.notes.count() < MOST_NOTES, _("There is no more room here. Call us or come by."))
    if same := pair.notes.filter(words=words[:2000]).first():
        return same
    note = RoundNote.objects.create(pair=pair, words=words[:2000])
    record("signals.note_written", held, by=by)
    return note


@transaction.atomic
def delete_note(note: RoundNote, *, by: Actor) -> None:
    """Take a note away: the pair itself, or who works here."""
    held = _lock(note.pair.round)
    own = by.user is None and by.label == f"pair:{note.pair_id}"
    demand(
        own or access.may_give_signal(by.user, held.house),
        _("This is for people who work in this house."),
        error=NotYours,
    )
    note.delete()
    record("signals.note_deleted", held, by=by)


@transaction.atomic
def keep_signal_of_note(note: RoundNote, *, wording: Wording, by: Actor) -> Signal:
    """Take one signal from a note, together; a note may give several, and they count as one voice."""
    held = open_round(note.pair.round, by=by)
    known = (note.pair.resident, note.pair.professional)
    token = pool_token(identity_of_note(note))
    signal = write_signal(held.house, wording, source=Signal.Source.ROUND, token=token, known=known)
    mix(held.house)
    record("signals.round_signal_kept", held.house, by=by)
    return signal


@transaction.atomic
def close_round(held: Round, *, by: Actor) -> Round:
    """End a round: all notes are deleted and no link works any more."""
    held = open_round(held, by=by)
    RoundNote.objects.filter(pair__round=held).delete()
    held.pairs.update(link_digest="")
    held.closed_on = clock.today()
    held.save(update_fields=["closed_on"])
    record("signals.round_closed", held, by=by)
    return held


def open_round(held: Round, *, by: Actor) -> Round:
    """A round that has not ended, held by this transaction, for who works here."""
    demand(
        access.may_give_signal(by.user, held.house_id), _("This is for people who work in this house."), error=NotYours
    )
    return _lock(held)


def _lock(held: Round) -> Round:
    held = Round.objects.select_for_update(of=("self",)).select_related("house").get(pk=held.pk)
    demand(held.closed_on is None, _("This round has ended."))
    return held


def _give_key(pair: Pair) -> str:
    key = secrets.token_urlsafe(18)
    pair.link_digest = _digest(key)
    pair.save(update_fields=["link_digest"])
    return key


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()
