"""A double click, a link that is old or wrong, and the back button after signing out."""

from copy import deepcopy

import pytest
from django.urls import reverse

from tests.authorisation.scene import scene  # noqa: F401
from tests.cast import by
from tests.fuzz.addresses import every_address
from wijkhuis.loop.desk.actions import offer_question, take_down_question, withdraw_handover
from wijkhuis.loop.desk.models import Question

pytestmark = pytest.mark.django_db


def press_twice(person, words, /, **typed):
    """Press again before the first answer is there."""
    at, page = person.at, deepcopy(person.page)
    person.press(words, **typed)
    first = person.at
    person.at, person.page = at, page
    person.press(words, **typed)
    return first, person.at


def test_a_double_click_at_the_desk_keeps_one_question(house, joost, at_screen):
    desk = at_screen(joost).open("/balie/")

    first, second = press_twice(desk, "Save the question", words="Wie maakt mijn fiets?")

    assert first == second
    assert Question.objects.count() == 1


def test_a_double_click_at_home_keeps_one_question(house, visitor):
    visitor.open(reverse("home:ask", args=[house.slug]))

    first, second = press_twice(visitor, "Send my question", words="Wie maakt mijn fiets?", called="Ali")

    assert first == second
    assert Question.objects.count() == 1


def test_what_was_refused_can_be_sent_again_from_the_same_page(house, visitor, carla):
    visitor.open(reverse("home:ask", args=[house.slug]))
    house.takes_web_questions = False
    house.save()
    visitor.press("Send my question", words="Wie maakt mijn fiets?", way="come_by")
    house.takes_web_questions = True
    house.save()

    again = visitor.open(reverse("home:ask", args=[house.slug])) if visitor.status == 409 else visitor
    again.press("Send my question", words="Wie maakt mijn fiets?")

    assert Question.objects.count() == 1
    assert again.says("Thank you. Your question has arrived.")


def test_a_link_with_one_letter_changed_finds_nothing_and_helps_on(house, joost, visitor):
    question = take_down_question(house, words="Wie maakt mijn fiets?", by=by(joost))
    token = question.link_token
    wrong = token[:-1] + ("A" if token[-1] != "A" else "B")

    visitor.open(reverse("desk:mine", args=[wrong]))

    assert visitor.status == 404
    assert "fiets" not in visitor.page.text
    assert house.phone in visitor.page.text


def test_a_link_that_was_taken_back_says_so_kindly(house, joost, corporation, fatma, visitor):
    question = take_down_question(house, words="Er is schimmel", by=by(joost))
    offer = offer_question(question, partnership=corporation, professional=fatma, by=by(joost))
    withdraw_handover(offer.handover, by=by(joost))

    visitor.open(offer.link)

    assert visitor.status == 404
    assert "schimmel" not in visitor.page.text
    assert house.phone in visitor.page.text


def test_no_browser_keeps_a_page_that_the_back_button_could_show(scene, at_screen, joost, visitor):  # noqa: F811
    for person in (at_screen(joost), at_screen(scene.people["coordinator"]), visitor):
        kept = []
        for name, address in every_address(scene):
            answer = person.browser.get(address)
            # What goes out to other systems and calendars is public, and holds nobody.
            if "no-store" not in answer.headers.get("Cache-Control", "") and not name.startswith("api:"):
                kept.append(name)
        assert set(kept) <= {"home:robots", "directory:calendar", "directory:house_calendar"}


def test_who_signed_out_meets_the_door_when_going_back(house, joost, at_screen):
    desk = at_screen(joost).open("/balie/").press("Save the question", words="Wie maakt mijn fiets?")
    record = f"/vragen/{Question.objects.get().pk}/"
    desk.open(record).open(reverse("account_logout"))
    desk.browser.logout()

    desk.open(record)

    assert desk.at.startswith(reverse("account_login"))
    assert "fiets" not in desk.page.text
