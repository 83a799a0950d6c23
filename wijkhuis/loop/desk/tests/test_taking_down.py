"""A question is taken down in the resident's own words; nothing else is needed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk.actions import Wish, ask_online, take_down_question
from wijkhuis.loop.desk.models import Question


def test_words_alone_are_enough(house, joost):
    question = take_down_question(house, words="  De muren komen op me af.  ", by=by(joost))

    assert question.words == "De muren komen op me af."
    assert question.contact is None
    assert ContactWish.objects.count() == 0
    assert question.holder == joost
    assert question.next_step
    assert question.next_on > clock.today()
    assert JournalLine.objects.get(about_id=question.pk, action="desk.question_taken_down").actor == joost


def test_an_empty_question_is_turned_away(house, joost):
    with pytest.raises(RuleBroken, match=r"own words|words of the person|woorden van"):
        take_down_question(house, words=" \n\x00 ", by=by(joost))


@pytest.mark.parametrize("field", ["words", "called", "phone", "for_whom", "street", "postal", "next_step"])
def test_a_citizen_service_number_is_turned_away_in_every_field(house, joost, field):
    facts = {"words": "Ik wil een brief laten lezen"}
    bsn = "mijn nummer is 1112.22.333"
    if field in ("words", "next_step"):
        facts[field] = bsn
        wish = None
    else:
        wish = Wish(**{field: bsn})

    with pytest.raises(RuleBroken, match=r"citizen service number|burgerservicenummer"):
        take_down_question(house, wish=wish, by=by(joost), **facts)

    assert Question.objects.count() == 0
    assert ContactWish.objects.count() == 0


def test_how_somebody_wants_to_hear_back_is_kept_apart_from_the_words(house, joost):
    wish = Wish(called="Selma", way="sms", phone="06 12 34 56 78", language="tr")

    question = take_down_question(house, words="Mektubu anlamıyorum", wish=wish, language="tr", by=by(joost))

    assert question.contact.called == "Selma"
    assert "Selma" not in question.words


def test_a_text_message_needs_a_number(house, joost):
    with pytest.raises(RuleBroken) as refused:
        take_down_question(house, words="Hulp", wish=Wish(way="sms"), by=by(joost))
    assert "?" in refused.value.sentence


def test_paper_is_entered_later_with_the_time_it_was_asked(house, joost):
    yesterday = clock.now() - timedelta(days=1)

    question = take_down_question(house, words="Wie kan mijn heg snoeien?", asked_at=yesterday, by=by(joost))

    assert question.asked_at == yesterday
    assert question.taken_down_at > yesterday


def test_a_question_cannot_be_asked_tomorrow(house, joost):
    with pytest.raises(RuleBroken, match=r"future|toekomst"):
        take_down_question(house, words="Later", asked_at=clock.now() + timedelta(days=1), by=by(joost))


def test_now_is_today_and_skips_the_ladder(house, joost):
    question = take_down_question(house, words="Mijn buurvrouw doet niet open", urgency="now", by=by(joost))

    assert question.next_on == clock.today()
    assert question.rung == "professional"


def test_somebody_of_another_house_cannot_write_here(house, nils):
    with pytest.raises(NotYours):
        take_down_question(house, words="Hallo", by=by(nils))


def test_the_manager_and_the_municipality_take_down_nothing(house, bas, stef):
    for user in (bas, stef):
        with pytest.raises(NotYours):
            take_down_question(house, words="Hallo", by=by(user))


def test_a_question_from_the_web_has_a_holder_before_anybody_read_it(house, carla):
    question = ask_online(house, words="Ik snap een brief van het UWV niet")

    assert question.holder == carla
    assert question.taken_up_at is None
    assert question in Question.objects.not_taken_up()


def test_the_web_is_closed_when_nobody_would_hold_the_question(other_house):
    with pytest.raises(RuleBroken):
        ask_online(other_house, words="Is daar iemand?")


def test_the_database_itself_refuses_an_open_question_without_holder(house, joost):
    question = take_down_question(house, words="Wie leent mij een ladder?", by=by(joost))

    for hole in ({"holder": None}, {"next_on": None}, {"next_step": ""}, {"words": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question.objects.filter(pk=question.pk).update(**hole)


def test_two_houses_may_have_the_same_code_but_one_house_may_not(house, other_house, joost):
    question = take_down_question(house, words="Een", by=by(joost))
    second = take_down_question(house, words="Twee", by=by(joost))

    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=second.pk).update(short_code=question.short_code)
    assert len(question.link_token) >= 26


def test_staff_read_dutch_also_when_a_visitor_asked_in_english(house):
    with translation.override("en"):
        asked = ask_online(house, words="My letter is in Dutch", language="en")

    assert asked.next_step == "Deze nieuwe vraag lezen en oppakken"
