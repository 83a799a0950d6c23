"""Case discussion: with agreement or without who it is, and the agreed steps flow back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import AgreedStep, Discussion, DiscussionItem

NEXT_WEEK = clock.today() + timedelta(days=7)
TOMORROW = clock.today() + timedelta(days=1)


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


@pytest.fixture
def meeting(house, carla):
    return actions.plan_discussion(house, held_on=NEXT_WEEK, by=by(carla))


@pytest.fixture
def item(question, meeting, joost):
    return actions.put_on_discussion(
        question, discussion=meeting, basis="without_identity", summary="Wie helpt bij vocht?", by=by(joost)
    )


def test_a_day_is_planned_once(sign_in, carla, house):
    browser = sign_in(carla)

    browser.post(at("discussions"), {"held_on": NEXT_WEEK.isoformat()})
    again = browser.post(at("discussions"), {"held_on": NEXT_WEEK.isoformat()})

    assert again.status_code == 422
    assert Discussion.objects.get().chair == carla


@pytest.mark.parametrize("telling", ["Yılmaz zoekt hulp", "Iemand van de kadeweg", "Bel 06 87 65 43 21"])
def test_without_agreement_nothing_may_tell_who_it_is(sign_in, joost, question, meeting, telling):
    put = {"discussion": meeting.pk, "basis": "without_identity", "summary": telling}

    refused = sign_in(joost).post(at("to_discussion", question.pk), put)

    assert refused.status_code == 422
    assert telling in refused.content.decode()
    assert not DiscussionItem.objects.exists()


def test_the_meeting_agrees_steps_that_flow_back_to_the_question(sign_in, client, carla, joost, question, meeting):
    put = {"discussion": meeting.pk, "basis": "without_identity", "summary": "Een gezin met een vochtig huis."}
    sign_in(joost).post(at("to_discussion", question.pk), put)
    client.logout()
    browser = sign_in(carla)
    item = DiscussionItem.objects.get()
    page = browser.get(at("discussion", meeting.pk)).content.decode()
    assert "vochtig huis" in page
    assert "Yılmaz" not in page
    assert "schimmel" not in page

    browser.post(at("discussion", meeting.pk), {"do": "agree", "item": item.pk, "agreed": "We gaan samen kijken."})
    step = {"do": "step", "item": item.pk, "who": "Fatma", "what": "meet het vocht", "by_on": TOMORROW.isoformat()}
    browser.post(at("discussion", meeting.pk), step)
    browser.post(at("discussion", meeting.pk), {"do": "close", "present": "Carla, Fatma"})
    client.logout()
    record = sign_in(joost).get(at("question", question.pk)).content.decode()

    question.refresh_from_db()
    meeting.refresh_from_db()
    assert "meet het vocht" in record
    assert question.next_on in (TOMORROW, clock.add_working_days(clock.today(), 1))
    assert meeting.present == "Carla, Fatma"
    client.post(at("step", AgreedStep.objects.get().pk))
    assert AgreedStep.objects.get().done_at is not None


def test_what_was_typed_stays_when_something_is_missing(sign_in, carla, meeting, item):
    page = sign_in(carla).post(
        at("discussion", meeting.pk), {"do": "step", "item": item.pk, "who": "Fatma", "what": "", "by_on": ""}
    )

    assert page.status_code == 422
    assert 'value="Fatma"' in page.content.decode()


def test_with_agreement_the_meeting_knows_who_it_is(sign_in, carla, question, meeting, joost):
    actions.put_on_discussion(question, discussion=meeting, basis="agreed", summary="Help mee.", by=by(joost))

    page = sign_in(carla).get(at("discussion", meeting.pk)).content.decode()

    assert "mevrouw Yılmaz" in page
    assert JournalLine.objects.filter(action="desk.question_listed", actor=carla, about_id=question.pk).exists()


def test_a_closed_discussion_takes_nothing_more(sign_in, carla, meeting, item):
    actions.close_discussion(meeting, present="Carla", by=by(carla))
    browser = sign_in(carla)

    late = browser.post(at("discussion", meeting.pk), {"do": "agree", "item": item.pk, "agreed": "Toch nog."})

    item.refresh_from_db()
    assert (late.status_code, item.agreed) == (422, "")


def test_the_agenda_prints_without_names(sign_in, carla, meeting, item):
    page = sign_in(carla).get(at("agenda", meeting.pk)).content.decode()

    assert "Wie helpt bij vocht?" in page
    assert "Yılmaz" not in page


def test_a_question_is_taken_off_before_it_is_discussed(sign_in, joost, item):
    sign_in(joost).post(at("take_off", item.pk))

    assert not DiscussionItem.objects.exists()


def test_for_strangers_the_discussion_does_not_exist(sign_in, client, nils, wim, bas, meeting, item):
    for stranger in (nils, wim, bas):
        browser = sign_in(stranger)
        for name in ("discussion", "agenda"):
            assert browser.get(at(name, meeting.pk)).status_code == 404
        assert browser.post(at("take_off", item.pk)).status_code == 404
        client.logout()
    assert sign_in(wim).get(at("discussions")).status_code == 403
    client.logout()
    assert client.get(at("discussions")).status_code == 302


def test_many_items_cost_no_more_than_twelve_to_the_database(
    sign_in, carla, joost, house, meeting, django_assert_max_num_queries
):
    for number in range(10):
        question = actions.take_down_question(house, words=f"Vraag {number}", by=by(joost))
        item = actions.put_on_discussion(
            question, discussion=meeting, basis="agreed", summary=f"Nummer {number}", by=by(joost)
        )
        actions.agree_step(item, who="Mina", what="belt", by_on=None, by=by(carla))
    browser = sign_in(carla)
    browser.get(at("discussion", meeting.pk))

    for name, arguments in (("discussion", [meeting.pk]), ("agenda", [meeting.pk]), ("discussions", [])):
        with django_assert_max_num_queries(12):
            assert browser.get(at(name, *arguments)).status_code == 200
