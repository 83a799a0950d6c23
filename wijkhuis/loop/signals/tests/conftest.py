"""What tests of signals begin with."""

import pytest

from tests.cast import by
from wijkhuis.loop.desk.actions import Wish, give_answer, mark_answered, take_down_question


@pytest.fixture
def ask(house, joost):
    """Somebody asks Joost something, and he answers it: ask("Ik snap de brief niet.", called="Aylin")."""

    def asked(words, *, answered=True, who=None, at=None, **wish):
        at, who = at or house, who or joost
        facts = Wish(**wish) if wish else None
        question = take_down_question(at, words=words, wish=facts, by=by(who), neighbourhood=at.neighbourhoods.first())
        if answered:
            give_answer(question, words="Samen bekeken.", by=by(who))
            mark_answered(question, by=by(who))
            question.refresh_from_db()
        return question

    return asked
