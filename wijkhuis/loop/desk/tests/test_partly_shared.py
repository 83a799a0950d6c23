"""A partner's professional who said yes knows what was shared with them, and no page tells them more."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.partners.models import Professional
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Handover, Question


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


@pytest.fixture
def partly_shared(question, joost, pieter):
    """Pieter took the question over knowing only how the person wants to be called."""
    actions.give_answer(question, words="Ga naar de huisarts op de Singel", by=by(joost))
    face = Professional.objects.get(user=pieter)
    offer = actions.offer_question(
        question, partnership=face.partner.partnerships.get(), professional=face, fields=["called"], by=by(joost)
    )
    actions.accept_handover(offer.handover, next_step="Bellen", next_on=clock.today(), by=by(pieter))
    question.refresh_from_db()
    return question


@pytest.mark.parametrize("name", ["slip", "saved"])
def test_the_way_back_of_the_resident_is_not_for_the_partner(sign_in, pieter, partly_shared, name):
    page = sign_in(pieter).get(at(name, partly_shared.pk), follow=True).content.decode()

    assert partly_shared.link_token not in page
    assert partly_shared.short_code not in page
    assert f"{partly_shared.short_code[:3]} {partly_shared.short_code[3:]}" not in page


def test_neighbourhood_urgency_and_way_of_hearing_back_stay_with_the_house(sign_in, pieter, partly_shared):
    Question.objects.update(urgency="soon")
    # Without a name a list says where somebody is from.
    Handover.objects.update(fields=["words"])
    browser = sign_in(pieter)

    pages = [browser.get(at(name)).content.decode() for name in ("my_questions", "street", "day_sheet")]
    pages += [browser.get(at(name, partly_shared.pk)).content.decode() for name in ("question", "hand_over", "pass_on")]
    pages.append(browser.post(at("find"), {"text": partly_shared.short_code}).content.decode())

    for page in pages:
        assert "Noorderpoort" not in page.split("<main")[-1]
    record = pages[3]
    assert "deze week" not in record
    assert "Hoort" not in record


def test_neighbourhood_and_urgency_go_along_when_they_are_chosen(sign_in, joost, pieter, question):
    Question.objects.update(urgency="soon")
    question.refresh_from_db()
    face = Professional.objects.get(user=pieter)
    along = f"{at('hand_over', question.pk)}?aan=p{face.pk}"
    preview = sign_in(joost).post(along, {"fields_along": ["area", "urgency"], "preview": "1"}).content.decode()
    offer = actions.offer_question(
        question,
        partnership=face.partner.partnerships.get(),
        professional=face,
        fields=["area", "urgency"],
        by=by(joost),
    )
    actions.accept_handover(offer.handover, next_step="Bellen", next_on=clock.today(), by=by(pieter))

    record = sign_in(pieter).get(at("question", question.pk)).content.decode()

    for page in (preview, record):
        assert "Noorderpoort" in page
        assert "deze week" in page


def test_the_record_shows_the_partner_no_code(sign_in, pieter, partly_shared):
    page = sign_in(pieter).get(at("question", partly_shared.pk)).content.decode()

    assert "mevrouw Yılmaz" in page
    assert partly_shared.short_code not in page
    assert at("slip", partly_shared.pk) not in page


def test_searching_does_not_tell_which_words_were_not_shared(sign_in, pieter, partly_shared):
    browser = sign_in(pieter)

    assert at("question", partly_shared.pk) not in browser.post(at("find"), {"text": "schimmel"}).content.decode()


def test_who_holds_the_whole_question_still_finds_it_by_its_words(sign_in, joost, question):
    assert at("question", question.pk) in sign_in(joost).post(at("find"), {"text": "schimmel"}).content.decode()


def test_a_volunteer_finds_what_they_wrote_down_or_hold(sign_in, joost, wim, question):
    actions.pass_to_colleague(question, to=wim, next_step="Langsgaan", next_on=clock.today(), by=by(joost))

    assert at("question", question.pk) in sign_in(wim).post(at("find"), {"text": "schimmel"}).content.decode()


def test_handing_it_on_shows_and_shares_only_what_is_known(sign_in, pieter, partly_shared, corporation, fatma):
    browser = sign_in(pieter)
    along = f"{at('hand_over', partly_shared.pk)}?aan=p{fatma.pk}"
    everything = ["words", "called", "phone", "street"]

    pages = [
        browser.get(along),
        browser.post(along, {"fields_along": everything, "preview": "1"}),
        browser.post(along, {"fields_along": everything}, headers={"HX-Request": "true"}),
        browser.post(along, {"fields_along": everything, "send": "1"}),
    ]

    for page in pages:
        assert "schimmel" not in page.content.decode()
        assert "0687654321" not in page.content.decode()
        assert "Kadeweg" not in page.content.decode()
    with pytest.raises(RuleBroken):
        actions.offer_question(
            partly_shared, partnership=corporation, professional=fatma, fields=["phone"], by=by(pieter)
        )


def test_answers_from_before_the_yes_stay_with_the_house(sign_in, pieter, partly_shared):
    before = partly_shared.answers.get()

    assert sign_in(pieter).get(at("outcome", partly_shared.pk, before.pk)).status_code == 404


def test_the_household_stays_with_the_house(sign_in, joost, pieter, house, partly_shared):
    household = actions.start_household(
        partly_shared,
        called="familie aan de Kade",
        coordinator=joost,
        agreed_with="beide ouders",
        agreed_on=clock.today(),
        by=by(house.first_holder),
    )
    browser = sign_in(pieter)

    assert "familie aan de Kade" not in browser.get(at("question", partly_shared.pk)).content.decode()
    assert browser.get(at("household", household.pk)).status_code == 404
