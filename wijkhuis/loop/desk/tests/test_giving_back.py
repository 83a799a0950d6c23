"""Somebody would like to do something for others, and the house talks about it with them."""

import pytest
from django.urls import reverse

from wijkhuis.base.journal.actions import RESIDENT
from wijkhuis.loop.desk.actions import answer_follow_up, forget_question, give_back

LIST = "/vragen/?lijst=gives-back"


@pytest.fixture
def giving(question):
    answer_follow_up(question, outcome="solved", by=RESIDENT)
    return give_back(question, words="Ik kook graag voor de eettafel", by=RESIDENT)


def test_the_house_sees_who_wants_to_do_something_until_somebody_talked_about_it(giving, joost, sign_in):
    browser = sign_in(joost)
    page = browser.get(LIST).content.decode()
    assert "Ik kook graag" in page
    assert "mevrouw Yılmaz" in page

    browser.post(reverse("desk:talked", args=[giving.pk]), {"back": "list"})

    giving.refresh_from_db()
    assert giving.talked_at
    assert giving.talked_by == joost
    assert "Ik kook graag" not in browser.get(LIST).content.decode()
    assert "Joost" in browser.get(reverse("desk:question", args=[giving.pk])).content.decode()


def test_new_words_are_talked_about_again(giving, joost, sign_in):
    sign_in(joost).post(reverse("desk:talked", args=[giving.pk]))

    give_back(giving, words="Ik kan ook rijden", by=RESIDENT)

    assert "Ik kan ook rijden" in sign_in(joost).get(LIST).content.decode()


def test_another_house_does_not_see_it(giving, nils, sign_in):
    assert "Ik kook graag" not in sign_in(nils).get(LIST).content.decode()


def test_it_is_forgotten_with_the_question(giving, joost, sign_in):
    forget_question(giving, by=RESIDENT)

    giving.refresh_from_db()
    assert (giving.gives_back, giving.talked_at) == ("", None)
    assert "Ik kook graag" not in sign_in(joost).get(LIST).content.decode()


def test_a_long_list_asks_little_of_the_database(giving, joost, sign_in, django_assert_max_num_queries):
    browser = sign_in(joost)
    browser.get(LIST)

    with django_assert_max_num_queries(12):
        page = browser.get(LIST).content.decode()

    assert "Ik kook graag" in page
