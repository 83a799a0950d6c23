"""A question to tell stories with."""

import pytest

from tests.cast import by
from wijkhuis.loop.desk import actions


@pytest.fixture(autouse=True)
def every_house_writes(text_messages_and_letters_go_out):
    """The stories of this room are told in houses with NotifyNL."""


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


@pytest.fixture
def ask(question, joost):
    """Joost asks somebody; gives the offer with its code and the path of its link."""

    def go(professional=None, *, partnership, function="", fields=("words",), about=question):
        offer = actions.offer_question(
            about, partnership=partnership, professional=professional, function=function, fields=fields, by=by(joost)
        )
        return offer.handover, offer.code, offer.link.partition("8000")[2] or offer.link[offer.link.index("/p/") :]

    return go
