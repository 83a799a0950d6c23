"""Changing a round that is planned, calling it off, and letting a pair go that does not go out after all."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import clean_words
from wijkhuis.house.neighbourhood.models import Neighbourhood
from wijkhuis.loop.signals.actions.rounds import open_round
from wijkhuis.loop.signals.models import Pair, Round, RoundNote


@transaction.atomic
def change_round(
    held: Round,
    *,
    name: str,
    held_on: date,
    starters: str = "",
    neighbourhood: Neighbourhood | None = None,
    by: Actor,
) -> Round:
    """Another day, place, name or other starters; pairs and their links stay."""
    held = open_round(held, by=by)
    held.name, held.starters = clean_words(name)[:80], clean_words(starters)[:1500]
    demand(bool(held.name), _("Give the round a name."))
    held.held_on, held.neighbourhood = held_on, neighbourhood
    held.save(update_fields=["name", "starters", "held_on", "neighbourhood"])
    record("signals.round_changed", held, by=by)
    return held


@transaction.atomic
def call_off_round(held: Round, *, by: Actor) -> None:
    """Let a round that was planned not take place: it goes, with the names of its pairs and their links."""
    held = open_round(held, by=by)
    notes = RoundNote.objects.filter(pair__round=held)
    demand(not notes.exists(), _("Notes were written already. Take the signals from them, and end the round."))
    record("signals.round_called_off", held.house, by=by)
    held.delete()


@transaction.atomic
def remove_pair(pair: Pair, *, by: Actor) -> None:
    """Let a pair go that does not go out after all; its link leads nowhere from now on."""
    held = open_round(pair.round, by=by)
    demand(not pair.notes.exists(), _("This pair wrote notes already. Take those away first."))
    pair.delete()
    record("signals.pair_removed", held, by=by)
