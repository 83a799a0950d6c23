"""Who joins comes off the list again: on their own page, at the desk, or taken off by who keeps the list."""

from datetime import timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.loop.approaches import schedule
from wijkhuis.loop.approaches.actions.joining import join_from_own_page, sign_up
from wijkhuis.loop.approaches.actions.leaving import leave_from_own_page, take_off
from wijkhuis.loop.approaches.models import Joiner
from wijkhuis.loop.approaches.queries.reaching import signed_up_with
from wijkhuis.loop.signals.models import Listener

pytestmark = pytest.mark.django_db
OWN = Actor(label=RESIDENT.label)


@pytest.fixture
def question(approach, theme, listen):
    """Aylin joins, through her question."""
    question = listen(theme)
    facts = {"answer": "yes", "first_name": "Aylin", "how_to_reach": "06 12 34 56 78"}
    join_from_own_page(approach, question=question, **facts, by=OWN)
    return question


def test_on_ones_own_page_stands_what_one_joined_and_one_press_ends_it(approach, question, client):
    own = f"/mijn/{question.link_token}/"
    assert "Ik doe niet meer mee" in client.get(own).content.decode()

    after = client.post(f"{own}meedoen/{approach.pk}/eraf/", follow=True).content.decode()

    joiner = Joiner.objects.get()
    assert (joiner.first_name, joiner.how_to_reach, joiner.answer) == ("", "", "no")
    assert "U staat niet meer op de lijst" in after
    assert "Ik doe niet meer mee" not in after


def test_who_changes_their_mind_joins_after_all_on_their_own_page(approach, question, client):
    leave_from_own_page(approach, question=question, by=OWN)
    own = f"/mijn/{question.link_token}/"
    assert f"{own}meedoen/{approach.pk}/" in client.get(own).content.decode()

    client.post(f"{own}meedoen/{approach.pk}/", {"answer": "yes", "first_name": "Aylin", "how_to_reach": "06 1"})

    assert Joiner.objects.there().get().first_name == "Aylin"


def test_who_wants_no_news_any_more_still_finds_what_they_joined(approach, question, client):
    Listener.objects.all().delete()

    assert "Ik doe niet meer mee" in client.get(f"/mijn/{question.link_token}/").content.decode()


def test_somebody_else_s_link_takes_nobody_off(approach, question, listen, theme, client):
    other = listen(theme, email="mo@post.example")

    client.post(f"/mijn/{other.link_token}/meedoen/{approach.pk}/eraf/")

    assert Joiner.objects.there().count() == 1
    with pytest.raises(NotYours):
        leave_from_own_page(approach, question=question, by=Actor(label="visitor"))


def test_at_the_desk_somebody_comes_off_and_is_put_back(approach, question, joost, sign_in):
    browser, record = sign_in(joost), f"/vragen/{question.pk}/"
    assert "Doet niet meer mee" in browser.get(record).content.decode()

    browser.post(f"{record}meedoen/{approach.pk}/eraf/")
    assert not Joiner.objects.there().exists()
    assert "Doet toch mee" in browser.get(record).content.decode()
    browser.post(f"{record}meedoen/{approach.pk}/eraf/", {"back": "1"})

    assert Joiner.objects.there().get().first_name == "Aylin"


def test_who_keeps_the_list_takes_somebody_off_with_a_way_back(approach, carla, rita, sign_in):
    joiner = sign_up(approach, first_name="Youssef", how_to_reach="06 12345678", by=Actor(label="visitor"))
    browser = sign_in(carla)

    browser.post(f"/aanpak/meedoen/{joiner.pk}/eraf/")
    page = browser.get(f"/aanpak/{approach.pk}/").content.decode()
    assert "Youssef staat niet meer op de lijst" in page
    assert "12345678" not in page
    browser.post(f"/aanpak/meedoen/{joiner.pk}/eraf/", {"back": "1"})

    assert Joiner.objects.there().get() == joiner
    with pytest.raises(NotYours):
        take_off(joiner, by=by(rita))


def test_name_and_number_go_the_night_after(approach, question, carla):
    signed = sign_up(approach, first_name="Youssef", how_to_reach="06 12345678", by=Actor(label="visitor"))
    for joiner in Joiner.objects.all():
        take_off(joiner, by=by(carla))
    schedule.forget()
    # Who asks in between what we know of them, hears it, and is forgotten.
    assert signed_up_with(phone="06 12345678", email="") == [signed]

    with clock.pretend(clock.now() + timedelta(days=1)):
        schedule.forget()

    left = Joiner.objects.get()
    assert (left.question, left.first_name, left.how_to_reach, left.answer) == (question, "", "", "no")


def test_the_own_page_and_the_list_are_read_at_once(
    approach, question, carla, client, sign_in, django_assert_max_num_queries
):
    client.get(f"/mijn/{question.link_token}/")
    with django_assert_max_num_queries(12):
        client.get(f"/mijn/{question.link_token}/")
    for number in range(20):
        sign_up(approach, first_name=f"N{number}", how_to_reach="06", by=Actor(label="visitor"))
    browser = sign_in(carla)
    browser.get(f"/aanpak/{approach.pk}/")
    with django_assert_max_num_queries(12):
        browser.get(f"/aanpak/{approach.pk}/")
