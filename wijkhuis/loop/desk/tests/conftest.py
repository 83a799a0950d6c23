"""A question to tell stories with."""

import pytest

from tests.cast import by
from wijkhuis.loop.desk import actions


@pytest.fixture
def question(house, joost, city):
    """Mevrouw Yılmaz asked Joost about damp walls; she comes by."""
    wish = actions.Wish(called="mevrouw Yılmaz", phone="0687654321", street="Kadeweg")
    return actions.take_down_question(
        house,
        words="Er zit schimmel in de slaapkamer en mijn zoon hoest.",
        wish=wish,
        neighbourhood=city.noorderpoort,
        by=by(joost),
    )
