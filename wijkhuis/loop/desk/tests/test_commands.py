"""What an administrator does by hand: show, forget, and what the night would forget."""

import json
import re
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.house.people.models import ContactWish, Household
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.desk.models import (
    AgreedStep,
    Answer,
    Conversation,
    DiscussionItem,
    FollowUp,
    Handover,
    Question,
)
from wijkhuis.loop.desk.queries.deeds import DEEDS
from wijkhuis.loop.desk.queries.plain import CALLED, name_of

# What leads somebody to a record, or is a record of its own.
UNSHOWN = {"id", "question", "contact", "household", "item", "link_token", "link_digest", "code_digest"}


def said(command, *args, **options):
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


def walk(told):
    """Every name of a fact."""
    if isinstance(told, dict):
        for name, value in told.items():
            yield name
            yield from walk(value)
    elif isinstance(told, list):
        for one in told:
            yield from walk(one)


def sources(room):
    return "\n".join(path.read_text() for path in room.rglob("*.py") if "tests" not in path.parts)


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


def test_what_is_shown_of_a_person_is_in_dutch_and_says_names_not_numbers(question):
    [file] = json.loads(said("inzage", phone="0612340987"))

    assert file["de vraag"]["hoe de vraag binnenkwam"] == "aan de balie"
    assert file["de vraag"]["bij wie ligt het"].startswith("Joost")
    deeds = [(row["wie"].split(",")[0], row["wat"]) for row in file["wie deed of las wat"]]
    assert deeds == [("het programma", "liet zien wat we van u bewaren"), ("Joost", "schreef de vraag op")]
    assert not re.search(r"[a-z]_[a-z]", " ".join(walk(file)))


def test_every_fact_and_every_deed_of_a_question_has_words():
    records = (Question, ContactWish, Household, Conversation, Answer, Handover, FollowUp, DiscussionItem, AgreedStep)
    for record in records:
        shown = [one for one in record._meta.concrete_fields if one.editable and one.name not in UNSHOWN]
        names = [name_of(one) for one in shown]
        assert len(names) == len(set(names)), (record, names)
        for one in shown:
            assert one.name in CALLED or name_of(one) != one.name.replace("_", " "), (record, one.name)
    room = Path(__file__).parents[1]
    kept = set(re.findall(r'record(?:_each)?\(\s*"(desk\.[a-z_]+)", (?:\w+\.)?question', sources(room)))
    assert len(kept) > 30
    assert kept <= set(DEEDS)
