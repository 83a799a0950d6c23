"""A round as the people around it see it."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from wijkhuis.loop.signals.models import Round, RoundNote, Signal
from wijkhuis.loop.signals.queries.who import identity_of_note
from wijkhuis.loop.signals.rules import identity, sentence


@dataclass(frozen=True)
class Heard:
    """A note with the sentences taken from it, and a sentence to begin with."""

    note: RoundNote
    taken: list[str]
    proposed: str


def heard_in(held: Round, *, token_of: Callable[[str], str]) -> list[Heard]:
    """The notes of a round that is open, each with what was taken from it as long as that stands alone."""
    notes = list(RoundNote.objects.filter(pair__round=held).select_related("pair").order_by("pair_id", "pk"))
    tokens = {token_of(identity_of_note(note)): note.pk for note in notes}
    taken: dict[int, list[str]] = defaultdict(list)
    kept = Signal.objects.filter(house_id=held.house_id, source=Signal.Source.ROUND, pool_token__in=tokens)
    for token, words in kept.order_by("sentence").values_list("pool_token", "sentence"):
        taken[tokens[token]].append(words)
    return [Heard(note, taken[note.pk], "" if taken[note.pk] else _proposed(note)) for note in notes]


def _proposed(note: RoundNote) -> str:
    known = (note.pair.resident, note.pair.professional)
    return sentence.propose(identity.hidden(note.words, known=known))
