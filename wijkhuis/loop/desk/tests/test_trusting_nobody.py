"""Actions do not trust their caller, and a look always leaves a line."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.directory.actions import add_key_person
from wijkhuis.house.partners.models import Partner, Professional
from wijkhuis.loop.desk import actions

VISITOR = Actor(label="visitor", origin="203.0.113.9")


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


def test_taking_a_question_over_is_no_way_around_saying_why(sign_in, mina, question):
    browser = sign_in(mina)

    refused = browser.post(at("take", question.pk), {"seen": question.holding_mark})
    assert refused.status_code == 403
    actions.open_with_reason(question, why="stands_in", by=by(mina))
    browser.post(at("take", question.pk), {"seen": question.holding_mark})

    question.refresh_from_db()
    assert question.holder == mina


def test_only_the_resident_adds_words_as_the_resident(question, joost, nils):
    for stranger in (VISITOR, by(nils), by(joost)):
        with pytest.raises(NotYours):
            actions.add_words(question, words="Ik ben het echt", by=stranger)


def test_who_may_not_work_on_a_question_does_not_delete_it(question, mina, nils, pieter):
    for stranger in (VISITOR, by(mina), by(nils), by(pieter)):
        with pytest.raises(RuleBroken):
            actions.forget_question(question, by=stranger)

    question.refresh_from_db()
    assert question.forgotten_at is None


@pytest.fixture
def moustafa(house, joost):
    facts = {"name": "Moustafa", "ask_about": "schimmel en klussen", "reach": "aan de balie"}
    return add_key_person(
        house, facts | {"agreed_until": clock.add_months(clock.today(), 6)}, agreed=True, by=by(joost)
    )


def lines_about(person):
    return JournalLine.objects.filter(action="directory.key_person_listed", about_id=person.pk).count()


def test_a_key_person_is_not_read_by_guessing_a_number(sign_in, wim, moustafa):
    page = sign_in(wim).post(at("ladder"), {"words": "brood", "give": f"key_person-{moustafa.pk}"})

    assert "Moustafa" in page.content.decode()
    assert lines_about(moustafa) == 1


def test_a_key_person_proposed_with_an_answer_leaves_a_line(sign_in, joost, question, moustafa):
    page = sign_in(joost).get(at("answer", question.pk)).content.decode()

    assert "Moustafa" in page
    assert lines_about(moustafa) == 1


def test_a_professional_of_another_house_is_not_read_by_guessing_a_number(sign_in, wim):
    elsewhere = Partner.objects.create(name="Ver Weg", kind=Partner.Kind.CARE)
    face = Professional.objects.create(partner=elsewhere, first_name="Yvonne", function="arts")

    page = sign_in(wim).post(at("ladder"), {"words": "brood", "give": f"professional-{face.pk}"})

    assert "Yvonne" not in page.content.decode()


def test_finding_a_person_to_forget_is_a_look(sign_in, carla, question):
    page = sign_in(carla).post(reverse("office:person"), {"phone": "0687654321"})

    assert page.context["found"] == [question]
    assert JournalLine.objects.filter(action="desk.question_listed", about_id=question.pk, actor=carla).count() == 1
