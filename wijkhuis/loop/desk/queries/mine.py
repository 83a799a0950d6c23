"""The resident's own question: finding it by its link or its code."""

from django.db.models import QuerySet

from wijkhuis.base.access import count_try, take_back_try
from wijkhuis.base.asked import asked_often
from wijkhuis.base.language.words import tidy
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.desk.models import Question

WRONG_LINKS = {"at_most": 20, "seconds": 600}
WRONG_CODES = {"at_most": 5, "seconds": 600}
WRONG_CODES_OF_A_HOUSE = {"at_most": 60, "seconds": 600}


def question_of_link(token: str, *, origin: str) -> Question | None:
    """The question of a link; links that lead nowhere are counted per network address."""
    question = _of_link(token).first() if token.isprintable() else None
    if question is None:
        count_try("own-link", who=origin, **WRONG_LINKS)
    return question


@asked_often
def _of_link(token: str) -> QuerySet[Question]:
    return _own().filter(link_token=token)


def question_of_code(house: House, code: str, *, origin: str) -> Question | None:
    """The question of a short code in one house; wrong codes are counted per network address and per house."""
    # Counted before looking, so that whoever guessed too often does not hear about a lucky guess.
    count_try("own-code", who=origin, **WRONG_CODES)
    count_try("own-code-house", who=str(house.pk), **WRONG_CODES_OF_A_HOUSE)
    question = _own().filter(house=house, short_code=written(code)).first()
    if question is not None:
        # A right code is no wrong try: many people at one kiosk share an address.
        take_back_try("own-code", who=origin)
        take_back_try("own-code-house", who=str(house.pk))
    return question


def written(code: str) -> str:
    """A code as it is kept, however somebody typed it."""
    return "".join(char for char in tidy(code).upper() if char.isalnum())[:8]


def _own() -> QuerySet[Question]:
    return Question.objects.filter(forgotten_at=None).select_related(
        "house", "contact", "holder", "holder_partner__partner"
    )
