"""Several questions of one household, with their agreement and one coordinator."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.people.models import Household, Role
from wijkhuis.loop.desk import actions

AGREED = {
    "called": "familie aan de Kade",
    "agreed_with": "Beide ouders, bij hen thuis",
    "agreed_on": clock.today(),
}


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


@pytest.fixture
def household(question, joost):
    return actions.start_household(question, **AGREED, coordinator=joost, by=by(joost))


@pytest.fixture
def second(house, mina):
    return actions.take_down_question(house, words="Mijn dochter vindt rekenen moeilijk.", by=by(mina))


def test_a_household_begins_with_a_question_and_who_agreed(sign_in, joost, question):
    browser = sign_in(joost)

    refused = browser.post(at("to_household", question.pk), {**AGREED, "agreed_with": "", "coordinator": joost.pk})
    assert refused.status_code == 422
    assert "familie aan de Kade" in refused.content.decode()
    browser.post(at("to_household", question.pk), {**AGREED, "coordinator": joost.pk})

    question.refresh_from_db()
    assert question.household.coordinator == joost
    assert "schimmel" in browser.get(at("household", question.household_id)).content.decode()


def test_without_agreement_a_question_stays_by_itself(sign_in, mina, household, second):
    browser = sign_in(mina)
    join = {"do": "join", "household": household.pk}

    refused = browser.post(at("to_household", second.pk), join)
    second.refresh_from_db()
    assert (refused.status_code, second.household) == (422, None)
    browser.post(at("to_household", second.pk), {**join, "agreed": "on"})

    second.refresh_from_db()
    assert second.household == household


def test_the_coordinator_sees_all_and_another_host_only_her_own(sign_in, client, joost, mina, household, second):
    actions.join_household(second, household=household, agreed=True, by=by(mina))

    hers = sign_in(mina).get(at("household", household.pk)).content.decode()
    client.logout()
    his = sign_in(joost).get(at("household", household.pk)).content.decode()

    assert "rekenen" in hers
    assert "schimmel" not in hers
    assert "rekenen" in his
    assert "schimmel" in his
    assert JournalLine.objects.filter(action="desk.question_looked_at", actor=joost).count() == 2


def test_promises_are_kept_and_taken_back(sign_in, joost, household):
    browser = sign_in(joost)

    browser.post(at("household", household.pk), {"who": "Mina", "what": "belt de school", "by_on": ""})
    promise = household.promises.get()
    browser.post(at("keep_promise", promise.pk))

    promise.refresh_from_db()
    assert promise.done_at is not None
    assert "belt de school" in browser.get(at("household", household.pk)).content.decode()


def test_above_their_own_limit_the_page_warns(sign_in, joost, house, household):
    Role.objects.filter(user=joost).update(limit=1)
    browser = sign_in(joost)
    assert "notice--needs-you" not in browser.get(at("household", household.pk)).content.decode()

    actions.take_down_question(house, words="Nog een vraag", by=by(joost))

    assert "notice--needs-you" in browser.get(at("household", household.pk)).content.decode()


def test_the_last_question_that_leaves_ends_the_household(sign_in, joost, question, household):
    sign_in(joost).post(at("leave_household", question.pk))

    question.refresh_from_db()
    assert question.household is None
    assert not Household.objects.exists()


def test_another_host_neither_reads_nor_changes_the_household(sign_in, mina, household):
    promise = household.promises.create(who="Joost", what="belt de school")
    browser = sign_in(mina)

    assert browser.get(at("household", household.pk)).status_code == 404
    assert browser.post(at("household", household.pk), {"who": "Mina", "what": "kijkt mee"}).status_code == 404
    assert browser.post(at("keep_promise", promise.pk)).status_code == 404
    assert household.promises.get().done_at is None


def test_who_holds_one_of_its_questions_reads_the_household_and_promises_nothing(sign_in, mina, household, second):
    actions.join_household(second, household=household, agreed=True, by=by(mina))
    promise = household.promises.create(who="Joost", what="belt de school")
    browser = sign_in(mina)

    page = browser.get(at("household", household.pk)).content.decode()
    refused = browser.post(at("household", household.pk), {"who": "Mina", "what": "kijkt mee"})

    assert "belt de school" in page
    assert "data-save" not in page
    assert refused.status_code == 403
    assert browser.post(at("keep_promise", promise.pk)).status_code == 404
    assert household.promises.get().done_at is None


def test_for_strangers_the_household_does_not_exist(sign_in, client, nils, wim, bas, household):
    promise = household.promises.create(who="Mina", what="belt")
    for stranger in (nils, wim, bas):
        browser = sign_in(stranger)
        assert browser.get(at("household", household.pk)).status_code == 404
        assert browser.post(at("keep_promise", promise.pk)).status_code == 404
        client.logout()
    assert client.get(at("household", household.pk)).status_code == 302


def test_ten_questions_cost_no_more_than_twelve_to_the_database(
    sign_in, joost, house, household, django_assert_max_num_queries
):
    for number in range(10):
        other = actions.take_down_question(house, words=f"Vraag {number}", by=by(joost))
        actions.join_household(other, household=household, agreed=True, by=by(joost))
    browser = sign_in(joost)
    browser.get(at("household", household.pk))

    with django_assert_max_num_queries(12):
        assert browser.get(at("household", household.pk)).status_code == 200


def test_who_coordinates_is_chosen_knowing_how_much_everybody_carries(sign_in, joost, mina, question):
    Role.objects.filter(user=joost).update(limit=10)
    browser = sign_in(joost)

    household = browser.get(reverse("desk:to_household", args=[question.pk])).content.decode()
    colleague = browser.get(reverse("desk:pass_on", args=[question.pk])).content.decode()

    assert "Joost, gastheer (1 vraag, grens 10)" in household
    assert "Mina, gastvrouw (0 vragen)" in colleague


def test_a_professional_begins_a_household_and_a_volunteer_is_not_led_there(sign_in, house, pieter, wim):
    his, theirs = (actions.take_down_question(house, words="Onze kinderen", by=by(user)) for user in (pieter, wim))

    sign_in(pieter).post(at("to_household", his.pk), {**AGREED, "coordinator": pieter.pk})

    his.refresh_from_db()
    assert his.household.coordinator == pieter
    assert at("to_household", theirs.pk) not in sign_in(wim).get(at("question", theirs.pk)).content.decode()
    assert sign_in(wim).get(at("to_household", theirs.pk)).status_code == 403
