"""In what everybody reads a partner and a house may be named, and a person may not."""

import pytest

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.language.nameless import nameless
from wijkhuis.house.partners.models import Partner

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _corporation(house):
    Partner.objects.create(name="Woonstichting De Dijk", kind=Partner.Kind.ENTREPRENEURS)
    Partner.objects.create(name="Bakkerij Jansen", kind=Partner.Kind.ENTREPRENEURS)


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeente en De Dijk isoleren de portieken.",
        "Woonstichting De Dijk isoleert de portieken.",
        "In De Brug koken we elke week.",
        "Bakkerij Jansen geeft brood.",
    ],
)
def test_who_we_work_with_may_be_named(sentence):
    assert nameless(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Mevrouw De Dijk eet alleen.",
        "Fatma de Dijk eet alleen.",
        "Mevrouw Jansen eet alleen.",
        "Bel De Dijk op 06 12345678.",
    ],
)
def test_a_person_who_is_called_the_same_may_not(sentence):
    with pytest.raises(RuleBroken):
        nameless(sentence)
