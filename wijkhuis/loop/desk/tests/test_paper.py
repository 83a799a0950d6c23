"""What goes on paper."""

from datetime import timedelta

from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question


def test_a_slip_says_who_and_when_and_none_of_the_words(house, joost, sign_in):
    question = actions.take_down_question(
        house,
        words="Ik heb schulden",
        by=by(joost),
        next_step="Bel over de schulden",
        wish=actions.Wish(called="Ans", way="phone", phone="0612345678"),
    )

    body = sign_in(joost).get(reverse("desk:slip", args=[question.pk])).content.decode()

    assert "Joost, gastheer" in body
    assert "Daarna bellen we u." in body
    assert question.short_code[:3] in body
    assert house.phone in body
    assert "schulden" not in body
    assert "Ans" not in body
    assert "0612345678" not in body


def test_a_slip_of_what_is_late_promises_no_day_that_has_passed(house, joost, sign_in):
    question = actions.take_down_question(house, words="Ik heb schulden", by=by(joost))
    question.next_on = clock.today() - timedelta(days=9)
    question.save()

    body = sign_in(joost).get(reverse("desk:slip", args=[question.pk])).content.decode()

    assert "uiterlijk" not in body
    assert "Het duurt langer dan we willen." in body


def test_a_slip_is_a_look(house, joost, sign_in):
    question = actions.take_down_question(house, words="Ik heb schulden", by=by(joost))

    sign_in(joost).get(reverse("desk:slip", args=[question.pk]))

    assert JournalLine.objects.filter(action="desk.question_looked_at", about_id=question.pk, actor=joost).exists()


def test_the_sheet_of_the_day_holds_what_is_due_and_writes_it_down(house, joost, mina, sign_in):
    question = actions.take_down_question(house, words="Kraan lekt", urgency="now", by=by(mina))
    actions.take_down_question(house, words="Volgende week", by=by(mina))

    body = sign_in(joost).get("/vragen/dag/").content.decode()

    assert "Kraan lekt" in body
    assert "Volgende week" not in body
    assert [line.about_id for line in JournalLine.objects.filter(action="desk.question_listed", actor=joost)] == [
        question.pk
    ]


def test_an_empty_slip_asks_for_the_time(joost, sign_in):
    assert "Gevraagd op (dag en tijd)" in sign_in(joost).get("/vragen/leeg-briefje/").content.decode()


def test_the_sheet_of_the_day_leaves_nobody_out(house, joost, sign_in):
    due = [
        Question(
            house=house,
            words=f"Vraag nummer {number}.",
            holder=joost,
            next_step="Bellen",
            next_on=clock.today(),
            asked_at=clock.now(),
            taken_down_at=clock.now(),
            taken_up_at=clock.now(),
            looked_at=clock.now(),
            last_contact_at=clock.now(),
        )
        for number in range(130)
    ]
    Question.objects.bulk_create(due)

    body = sign_in(joost).get("/vragen/dag/").content.decode()

    assert body.count("Vraag nummer") == 130
