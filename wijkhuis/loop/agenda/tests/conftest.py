"""The group of De Brug: Rita and Mo are residents, Carla prepares; and themes with people behind them."""

from datetime import date

import pytest

from tests.cast import by
from wijkhuis.loop.signals import actions as signals
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Seat, Signal, SignalGroup


@pytest.fixture
def group(house, carla, rita):
    group = SignalGroup.objects.create(house=house, name="Signaalgroep De Brug")
    since = date(2024, 1, 1)
    Seat.objects.create(group=group, user=rita, starts_on=since)
    Seat.objects.create(group=group, name="Mo", starts_on=since)
    Seat.objects.create(group=group, user=carla, is_resident=False, chairs=False, starts_on=since)
    return group


@pytest.fixture
def theme_of(house, carla):
    """A theme with so many different people: theme_of(7, name="De bus")."""

    def make(people, *, name="De bus", where=house, by_whom=carla):
        kept = [
            Signal.objects.create(
                house=where,
                sentence=f"Iemand kan niet weg: {name}.",
                month=date(2026, 3, 1),
                source="desk",
                pool_token=pool_token(f"{name}{number}"),
            )
            for number in range(people)
        ]
        return signals.make_theme(where, name=name, signals=kept, by=by(by_whom))

    return make
