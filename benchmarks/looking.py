"""Signals nobody gave, and one look at all of them: the steps of `./huis benchmark --themes --scale`, each a process.

A signal is made of the lines of one theme of the library: what a worker writes down about it, or what somebody says,
with words left out and added and sometimes a second line behind it. Every fifth belongs to no theme: halves of lines
that the library keeps for that. Some themes are heard often and most are heard seldom.
"""

import json
import os
import random
import sys
import time
from datetime import date
from itertools import accumulate

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks.city import Size, build  # noqa: E402
from wijkhuis.base.accounts.models import User  # noqa: E402
from wijkhuis.base.journal.actions import Actor  # noqa: E402
from wijkhuis.base.language import meaning  # noqa: E402
from wijkhuis.house.neighbourhood.models import House  # noqa: E402
from wijkhuis.house.people.models import Role  # noqa: E402
from wijkhuis.loop.signals.actions import confirm_proposal, propose_themes  # noqa: E402
from wijkhuis.loop.signals.models import Proposal, Signal, Theme, VoiceKey  # noqa: E402
from wijkhuis.loop.signals.queries.profiles import learned  # noqa: E402
from wijkhuis.loop.signals.rules.library import known_themes, no_theme  # noqa: E402

# Of what a desk hears so much belongs to no theme, so much is a worker's usual sentence, so much has a second half.
ALONE, USUAL, LONGER = 0.2, 0.15, 0.15
PEOPLE = 40_000
BY_THE_WAY = (
    "echt gewoon nu hier thuis wel weer toch eigenlijk morgen vandaag misschien al lang zo samen alleen".split()
)


def main(step: str, *options: str) -> None:
    """Do one step and print one line of JSON."""
    call_command("migrate", verbosity=0)
    print(json.dumps(STEPS[step](*options)))


def begin(where: str, count: str) -> dict[str, float]:
    """Signals of one house ("house"), or of 48 of uneven size ("city"); what was there goes."""
    if not House.objects.exists():
        build(Size(0.01))
    tables = ", ".join(model._meta.db_table for model in (Proposal, Signal, VoiceKey, Theme))
    with connection.cursor() as cursor:
        # With all that hangs on them: meetings decide about themes, and approaches come from them.
        cursor.execute(f"TRUNCATE {tables} CASCADE")
    return more(where, count)


def more(where: str, count: str) -> dict[str, float]:
    """So many signals more."""
    chance = random.Random(f"{where} {count} {Signal.objects.exists()}")
    houses = House.objects.order_by("pk")[: 1 if where == "house" else None]
    sizes = [1 / (place + 1) for place in range(len(houses))]
    made = [signal(house, chance) for house in chance.choices(houses, sizes, k=int(count))]
    Signal.objects.bulk_create(made, batch_size=5000)
    return {"largest house": max(Signal.objects.filter(house=house).count() for house in houses)}


def signal(house: House, chance: random.Random) -> Signal:
    """A signal nobody gave."""
    month = date(2024 + chance.randrange(2), 1 + chance.randrange(12), 1)
    token = str(chance.randrange(PEOPLE))
    return Signal(house=house, sentence=sentence(chance)[:300], month=month, source="desk", pool_token=token)


def sentence(chance: random.Random) -> str:
    """A sentence of a theme, or of none."""
    if chance.random() < ALONE:
        one, other = (chance.choice(no_theme()).split() for _turn in range(2))
        return " ".join([*one[: len(one) // 2 + 1], *other[len(other) // 2 :]])
    themes = known_themes()
    theme = chance.choices(themes, cum_weights=OFTEN)[0]
    if chance.random() < USUAL:
        return theme.signal
    words = chance.choice(theme.said).split()
    for _word in range(2):
        words.insert(chance.randrange(len(words) + 1), chance.choice(BY_THE_WAY))
    if len(words) > 5:
        words.pop(chance.randrange(len(words)))
    return " ".join([*words, "en", chance.choice(theme.said)] if chance.random() < LONGER else words)


OFTEN = list(accumulate(1 / (place + 3) for place in range(len(known_themes()))))


def confirm() -> dict[str, float]:
    """A coordinator of each house says yes to every new theme that waits."""
    coordinators = Role.objects.filter(kind=Role.Kind.COORDINATOR)
    for proposal in Proposal.objects.filter(kind=Proposal.Kind.NEW, decided_on=None).select_related("house"):
        user = User.objects.get(pk=coordinators.filter(house=proposal.house).values_list("user_id", flat=True)[0])
        confirm_proposal(proposal, by=Actor(user=user))
    return {"themes": Theme.objects.count(), "of all in a theme": Signal.objects.exclude(theme=None).count()}


def look(thorough: str = "") -> dict[str, float]:
    """What a night takes, once the process has read what was learned and what encodes sentences."""
    start = time.monotonic()
    learned()
    meaning.encode([""])
    read, start, spent = time.monotonic() - start, time.monotonic(), sum(os.times()[:4])
    for house in House.objects.filter(pk__in=Signal.objects.values("house_id")).order_by("pk"):
        propose_themes(house, thorough=bool(thorough))
    took = {"seconds": time.monotonic() - start, "processor": sum(os.times()[:4]) - spent}
    waiting = Proposal.objects.filter(decided_on=None)
    counts = {str(kind): waiting.filter(kind=kind).count() for kind in Proposal.Kind}
    return {"seconds to read what was learned": read, **took, **counts}


STEPS = {"begin": begin, "more": more, "confirm": confirm, "look": look}


if __name__ == "__main__":
    main(*sys.argv[1:])
