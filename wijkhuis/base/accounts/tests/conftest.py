import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_tried_before(request):
    """Wrong tries of another story do not count."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        cache.clear()


@pytest.fixture
def later(monkeypatch):
    """Move the clock of the house: later(minutes=29)."""
    from datetime import timedelta

    from wijkhuis.base import clock

    moved = timedelta()
    real = clock.now

    def move(**by):
        nonlocal moved
        moved += timedelta(**by)

    monkeypatch.setattr(clock, "now", lambda: real() + moved)
    return move
