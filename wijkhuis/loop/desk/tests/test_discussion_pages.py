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


def typed(item, **words):
    """What is typed at one question during the meeting."""
    return {f"item{item.pk}-{name}": said for name, said in words.items()}


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

    said = typed(item, agreed="We gaan samen kijken.", who="Fatma", what="meet het vocht", by_on=TOMORROW.isoformat())
    browser.post(at("discussion", meeting.pk), {"do": f"save-{item.pk}", **said})
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
        at("discussion", meeting.pk), {"do": f"save-{item.pk}", **typed(item, who="Fatma", agreed="Wij gaan kijken.")}
    )

    assert page.status_code == 422
    assert 'value="Fatma"' in page.content.decode()
    assert "Wij gaan kijken." in page.content.decode()


def test_with_agreement_the_meeting_knows_who_it_is(sign_in, carla, question, meeting, joost):
    actions.put_on_discussion(question, discussion=meeting, basis="agreed", summary="Help mee.", by=by(joost))

    page = sign_in(carla).get(at("discussion", meeting.pk)).content.decode()

    assert "mevrouw Yılmaz" in page
    assert JournalLine.objects.filter(action="desk.question_listed", actor=carla, about_id=question.pk).exists()


def test_a_closed_discussion_takes_nothing_more(sign_in, carla, meeting, item):
    actions.close_discussion(meeting, present="Carla", by=by(carla))
    browser = sign_in(carla)

    late = browser.post(at("discussion", meeting.pk), {"do": f"save-{item.pk}", **typed(item, agreed="Toch nog.")})

    item.refresh_from_db()
    assert (late.status_code, item.agreed) == (422, "")


def test_the_agenda_prints_without_names(sign_in, carla, meeting, item):
    page = sign_in(carla).get(at("agenda", meeting.pk)).content.decode()

    assert "Wie helpt bij vocht?" in page
    assert "Yılmaz" not in page


def test_a_question_is_taken_off_before_it_is_discussed_and_other_words_are_kept(
    sign_in, joost, carla, house, meeting, item
):
    other = actions.take_down_question(house, words="De lift is stuk.", by=by(joost))
    beside = actions.put_on_discussion(other, discussion=meeting, basis="agreed", summary="De lift", by=by(joost))

    sign_in(joost).post(
        at("discussion", meeting.pk), {"do": f"off-{item.pk}", **typed(beside, agreed="We bellen de verhuurder.")}
    )

    assert DiscussionItem.objects.get() == beside
    assert DiscussionItem.objects.get().agreed == "We bellen de verhuurder."


def test_closing_keeps_all_that_was_typed_at_every_question(sign_in, joost, carla, house, meeting, item):
    other = actions.take_down_question(house, words="De lift is stuk.", by=by(joost))
    beside = actions.put_on_discussion(other, discussion=meeting, basis="agreed", summary="De lift", by=by(joost))
    words = typed(item, agreed="Samen kijken.") | typed(beside, agreed="Bellen.", who="Mina", what="belt")

    sign_in(carla).post(at("discussion", meeting.pk), {"do": "close", "present": "Carla, Mina", **words})

    meeting.refresh_from_db()
    kept = {one.pk: one.agreed for one in DiscussionItem.objects.all()}
    assert (kept, meeting.present) == ({item.pk: "Samen kijken.", beside.pk: "Bellen."}, "Carla, Mina")
    assert AgreedStep.objects.get().question == other


def test_closing_without_who_was_there_loses_nothing(sign_in, carla, meeting, item):
    page = sign_in(carla).post(
        at("discussion", meeting.pk), {"do": "close", "present": "", **typed(item, agreed="Samen kijken.")}
    )

    meeting.refresh_from_db()
    assert (page.status_code, meeting.closed_at) == (422, None)
    assert "Samen kijken." in page.content.decode()


def test_the_first_button_of_the_page_only_saves(sign_in, carla, meeting, item):
    actions.agree_step(item, who="Fatma", what="meet het vocht", by_on=None, by=by(carla))

    page = sign_in(carla).get(at("discussion", meeting.pk)).content.decode()

    # Enter in a line and Ctrl + Enter press this one, and neither removes a step nor closes the meeting.
    first = page.split(f'data-draft="{at("discussion", meeting.pk)}"')[1].split("<button")[1].split(">")[0]
    assert 'value="save"' in first
    assert "data-save" in first


def test_an_old_page_does_not_undo_what_a_colleague_wrote(sign_in, carla, joost, meeting, item):
    actions.keep_what_was_agreed(item, agreed="Oude woorden", by=by(joost))
    old_page = typed(item, agreed="Oude woorden", was="Oude woorden")
    actions.keep_what_was_agreed(item, agreed="Nieuwe woorden van Joost", by=by(joost))

    sign_in(carla).post(at("discussion", meeting.pk), {"do": f"save-{item.pk}", **old_page})

    item.refresh_from_db()
    assert item.agreed == "Nieuwe woorden van Joost"


def test_a_wrong_step_is_removed_and_the_question_says_what_happens_next_anew(sign_in, carla, question, meeting, item):
    step = actions.agree_step(item, who="Fatma", what="meet het vocht", by_on=clock.today(), by=by(carla))
    question.refresh_from_db()
    assert "Fatma" in question.next_step

    sign_in(carla).post(at("discussion", meeting.pk), {"do": f"unstep-{step.pk}"})

    question.refresh_from_db()
    assert not AgreedStep.objects.exists()
    assert "Fatma" not in question.next_step
    assert question.next_on == clock.today()


def test_a_planned_day_is_moved_and_somebody_else_leads(sign_in, carla, joost, meeting):
    change = {"held_on": TOMORROW.isoformat(), "chair": joost.pk}

    sign_in(carla).post(at("change_discussion", meeting.pk), change)

    meeting.refresh_from_db()
    assert (meeting.held_on, meeting.chair) == (TOMORROW, joost)


def test_two_discussions_do_not_move_to_one_day(sign_in, carla, house, meeting):
    actions.plan_discussion(house, held_on=TOMORROW, by=by(carla))

    page = sign_in(carla).post(
        at("change_discussion", meeting.pk), {"held_on": TOMORROW.isoformat(), "chair": carla.pk}
    )

    assert page.status_code == 422


def test_a_discussion_is_off_until_something_was_agreed(sign_in, carla, meeting, item):
    actions.keep_what_was_agreed(item, agreed="Samen kijken.", by=by(carla))
    browser = sign_in(carla)

    assert browser.post(at("cancel_discussion", meeting.pk)).status_code == 409
    DiscussionItem.objects.update(agreed="", discussed_at=None)
    browser.post(at("cancel_discussion", meeting.pk))

    assert not Discussion.objects.exists()
    assert JournalLine.objects.filter(action="desk.taken_off_discussion", about_id=item.question_id).exists()


def test_a_closed_discussion_opens_again_the_same_day_only(sign_in, carla, meeting, item):
    actions.close_discussion(meeting, present="Carla", by=by(carla))
    browser = sign_in(carla)
    assert at("reopen_discussion", meeting.pk) in browser.get(at("discussion", meeting.pk)).content.decode()

    browser.post(at("reopen_discussion", meeting.pk))
    meeting.refresh_from_db()
    assert meeting.closed_at is None

    Discussion.objects.update(closed_at=clock.now() - timedelta(days=2))
    assert at("reopen_discussion", meeting.pk) not in browser.get(at("discussion", meeting.pk)).content.decode()
    assert browser.post(at("reopen_discussion", meeting.pk)).status_code == 409


def test_who_may_not_plan_is_not_sent_to_a_page_that_refuses(sign_in, wim, joost, question):
    actions.pass_to_colleague(question, to=wim, next_step="Langsgaan", next_on=clock.today(), by=by(joost))

    page = sign_in(wim).get(at("to_discussion", question.pk)).content.decode()

    assert f'href="{at("discussions")}"' not in page.split("<main")[1]
    assert "Vraag de coördinator" in page


def test_for_strangers_the_discussion_does_not_exist(sign_in, client, nils, wim, bas, meeting, item):
    for stranger in (nils, wim, bas):
        browser = sign_in(stranger)
        for name in ("discussion", "agenda"):
            assert browser.get(at(name, meeting.pk)).status_code == 404
        assert browser.post(at("discussion", meeting.pk), {"do": f"off-{item.pk}"}).status_code == 404
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


def test_the_first_discussion_that_comes_is_chosen_already(sign_in, joost, question, meeting):
    page = sign_in(joost).get(at("to_discussion", question.pk)).content.decode()

    assert f'value="{meeting.pk}"' in page.split(" checked")[0].split("<input")[-1]


def test_what_was_agreed_without_a_step_stands_at_the_question(sign_in, carla, joost, question, meeting, item):
    sign_in(carla).post(
        at("discussion", meeting.pk), {"do": "close", "present": "C", **typed(item, agreed="Even wachten.")}
    )

    assert "Even wachten." in sign_in(joost).get(at("question", question.pk)).content.decode()


def test_a_step_without_more_words_stands_where_it_was_agreed(sign_in, carla, question, meeting, item):
    step = typed(item, who="Fatma", what="gaat kijken")
    sign_in(carla).post(at("discussion", meeting.pk), {"do": f"save-{item.pk}", **step})
    item.refresh_from_db()
    assert item.discussed_at

    sign_in(carla).post(at("discussion", meeting.pk), {"do": f"unstep-{AgreedStep.objects.get().pk}"})

    item.refresh_from_db()
    assert item.discussed_at is None


@pytest.mark.parametrize("words", [{"agreed": "Joost belt {called}."}, {"who": "{called}", "what": "belt zelf"}])
def test_without_agreement_what_is_agreed_names_nobody_either(sign_in, carla, question, meeting, item, words):
    told = {name: said.format(called=question.contact.called) for name, said in words.items()}

    answer = sign_in(carla).post(at("discussion", meeting.pk), {"do": f"save-{item.pk}", **typed(item, **told)})

    assert answer.status_code == 422
    assert question.contact.called.split()[-1] in answer.content.decode()
    item.refresh_from_db()
    assert (item.agreed, AgreedStep.objects.count()) == ("", 0)
