"""What an administrator does by hand: show, forget, and what the night would forget."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.desk.models import Question


def said(command, *args, **options):
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def question(house, joost):
    wish = Wish(called="Selma", way="phone", phone="0612340987")
    return take_down_question(house, words="Ik snap de brief niet", wish=wish, by=by(joost))


def test_a_person_is_shown_by_phone_number(question):
    assert "Ik snap de brief niet" in said("inzage", phone="0612340987")


def test_a_code_without_its_house_is_asked_back(question):
    with pytest.raises(CommandError, match="--house"):
        said("inzage", code=question.short_code)
    assert "Selma" in said("inzage", code=question.short_code, house="de-brug")


def test_nobody_is_found_without_a_fact(question):
    with pytest.raises(CommandError):
        said("inzage")


def test_a_person_is_forgotten_after_a_yes(question):
    said("forget", phone="0612340987", yes=True)

    question.refresh_from_db()
    assert question.words == ""


def test_a_dry_run_forgets_nothing(question):
    long_ago = clock.now() - timedelta(days=500)
    Question.objects.update(last_contact_at=long_ago, closed_at=long_ago, ending="solved")

    assert "1 questions would be forgotten" in said("retention", dry_run=True)
    question.refresh_from_db()
    assert question.words
    assert "1 questions forgotten" in said("retention")
