"""Questions that somebody asks by themselves: at night, in Turkish, in Arabic."""

from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from wijkhuis.loop.desk.models import Question

WORDS = "Ik durf 's avonds niet meer alleen naar de galerij"

pytestmark = pytest.mark.django_db


def test_a_question_of_the_night_is_taken_up_in_the_morning(house, carla, joost, mina, at_screen, visitor, monkeypatch):
    # Given: somebody asks at half past two, without a name.
    asker = in_the_night(visitor, house, monkeypatch)
    assert asker.says("Thank you. Your question has arrived.")
    asker.follow("/mijn/")
    assert asker.says("Your question has arrived. Nobody has taken it up yet.")
    assert asker.says("Nobody yet.")

    # When: Carla sees it on her list in the morning, and Joost takes it up.
    morning = at_screen(carla).open("/vragen/mijn/")
    assert "galerij" in morning.page.text
    desk = at_screen(joost).open("/vragen/?lijst=new")
    desk.press("I take this up")
    assert "galerij" in desk.page.text
    latecomer = at_screen(mina).open("/vragen/")

    # Then: the asker reads who holds it, and who looked.
    asker.open(asker.at)
    assert "Joost" in asker.page.text
    assert "gastheer" in asker.page.text
    assert "Carla, coördinator" in asker.page.text
    assert "Mina, gastvrouw" in asker.page.text
    assert not latecomer.says("I take this up")
    assert Question.objects.get().contact is None


def test_the_code_of_the_slip_leads_back_only_in_the_right_house(house, other_house, joost, at_screen, visitor):
    at_screen(joost).open("/balie/").press("Save the question", words=WORDS)
    code = Question.objects.get().short_code

    wrong = visitor.open("/mijn/").press("Find my question", house=other_house.pk, code=code.lower())
    assert WORDS not in wrong.page.text
    right = visitor.open("/mijn/").press("Find my question", house=house.pk, code=f" {code[:3]}-{code[3:]}".lower())

    assert WORDS in right.page.text


@pytest.mark.parametrize(
    ("language", "words", "direction"),
    [("tr", "Kira zammını anlamıyorum, kimseye soramıyorum", "ltr"), ("ar", "لا أفهم رسالة البلدية عن الإيجار", "rtl")],
)
def test_somebody_asks_and_follows_in_their_own_language(language, words, direction, house, joost, at_screen, visitor):
    asker = visitor.open(reverse("home:house", args=[house.slug]))
    asker.press(f"language={language}")
    assert asker.page.language == language
    asker.follow(reverse("home:ask", args=[house.slug]))
    assert f'<html lang="{language}" dir="{direction}"' in asker.html

    asker.press("Send my question", words=words, called="Deniz", way="come_by")
    assert asker.page.language == language
    assert asker.says("Thank you. Your question has arrived.")
    asker.follow("/mijn/")
    assert words in asker.page.text
    assert asker.says("Your question has arrived. Nobody has taken it up yet.")

    # Joost reads it as it was written, and knows which language to speak.
    question = Question.objects.get()
    assert question.language == language
    desk = at_screen(joost).open("/vragen/").press("I take this up")
    assert words in desk.page.text

    # The Dutch text is one press away, for whoever helps at the kitchen table.
    asker.open(asker.at).press("language=nl")
    assert asker.page.language == "nl"
    assert words in asker.page.text


def in_the_night(visitor, house, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: timezone.make_aware(datetime(2026, 11, 25, 2, 30)))
    asker = visitor.open(reverse("home:house", args=[house.slug])).follow(reverse("home:ask", args=[house.slug]))
    asker.press("Send my question", words=WORDS)
    monkeypatch.setattr(timezone, "now", lambda: timezone.make_aware(datetime(2026, 11, 25, 8, 45)))
    return asker
