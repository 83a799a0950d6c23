"""What signals mean, computed once for each and kept with it."""

from uuid import UUID

from django.db import connection
from django.db.models import BinaryField, Q
from django.db.models.functions import Substr

from wijkhuis.base.batches import batches
from wijkhuis.base.language.helpers import encoded_ahead
from wijkhuis.base.language.identity import without_markers
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.models import Signal
from wijkhuis.loop.signals.queries.profiles import edition, learned
from wijkhuis.loop.signals.rules.packing import MARK, mark_of, pack

AT_ONCE = 512
KEEP = """
UPDATE signals_signal SET meaning = kept.meaning
FROM unnest(%s::uuid[], %s::bytea[]) AS kept (id, meaning) WHERE signals_signal.id = kept.id
"""
Told = list[tuple[UUID, str]]


def keep_meanings(house: House) -> set[UUID]:
    """Compute what new signals mean, and all of them after the library changed; gives which."""
    mark = mark_of(edition())
    signals = Signal.objects.filter(house=house, theme__closed_on=None).annotate(
        mark=Substr("meaning", 1, MARK, output_field=BinaryField())
    )
    waiting = list(signals.filter(Q(meaning=None) | ~Q(mark=mark)).order_by("pk").values_list("pk", "sentence"))
    for some, meanings in encoded_ahead(batches(waiting, size=AT_ONCE), _sentences, count=len(waiting)):
        rows = learned().profiles(_sentences(some), meanings)
        with connection.cursor() as cursor:
            cursor.execute(KEEP, [[pk for pk, _sentence in some], pack(rows, mark=mark)])
    return {pk for pk, _sentence in waiting}


def _sentences(some: Told) -> list[str]:
    return [without_markers(sentence) for _pk, sentence in some]
