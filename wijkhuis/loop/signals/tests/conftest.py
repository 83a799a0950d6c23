"""What tests of signals begin with."""

import pytest
from django.db import connection

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


@pytest.fixture
def rows_with():
    """Every table that holds these words somewhere."""

    def look(words):
        with connection.cursor() as cursor:
            found = []
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'select count(*) from "{table}" t where to_jsonb(t)::text ilike %s', [f"%{words}%"])
                found += [table] if cursor.fetchone()[0] else []
            return found

    return look
