"""Approaches follow their theme, what was decided is told to who asked, and a step that is late is remembered."""

from datetime import timedelta

import pytest

from tests.cast import by, make_role, make_user
from wijkhuis.base import clock
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import put_into_words
from wijkhuis.base.ui.dates import day_words
from wijkhuis.house.people.models import Role
from wijkhuis.loop.agenda import actions as agenda
from wijkhuis.loop.agenda.queries.meetings import themes_for
from wijkhuis.loop.approaches import jobs, schedule
from wijkhuis.loop.approaches.actions.going import end_approach, tick_pledge, tick_step
from wijkhuis.loop.approaches.actions.making import Promise, add_pledge
from wijkhuis.loop.approaches.actions.telling import say_told, tell_of_decisions
from wijkhuis.loop.approaches.models import Approach, Hearing, Told
from wijkhuis.loop.desk.actions import Wish, give_answer, mark_answered, take_down_question
from wijkhuis.loop.signals import actions as signals
from wijkhuis.loop.signals.models import Considered, Listener

pytestmark = pytest.mark.django_db


def in_days(days):
    return clock.now() + timedelta(days=days)


def on_day(days):
    return clock.today() + timedelta(days=days)


def tell_everything():
    tell_of_decisions()
    for told in Told.objects.filter(done_at=None):
        jobs.tell_everybody(told.pk)


def decide(theme, carla, standing, *, days=-2, **facts):
    with clock.pretend(in_days(days)):
        if standing == "handed_over":
            facts = {"handed_to": "team Post", "answer_due_on": on_day(30)}
        return agenda.decide_theme(theme, standing=standing, why="De brieven zijn van hen.", by=by(carla), **facts)


def test_an_approach_goes_along_at_once_and_its_page_and_joining_stay(client, make_theme, make_approach_of, carla):
    letters, post = make_theme(6, name="Brieven"), make_theme(6, name="Post")
    approach = make_approach_of(letters)

    signals.merge_themes(post, other=letters, by=by(carla))

    assert Approach.objects.get().theme == post
    assert client.get(f"/aanpak/{approach.pk}/").status_code == 200
    assert client.get(f"/aanpak/{approach.pk}/meedoen/").status_code == 200
    assert approach.name in client.get("/wijkagenda/de-brug/").content.decode()


def test_what_was_taken_up_lies_still_only_without_an_approach(group, make_theme, make_approach_of, carla):
    begun, still = make_theme(6, name="Begonnen"), make_theme(6, name="Ligt stil")
    for theme in (begun, still):
        agenda.decide_theme(theme, standing="taken_up", why="Veel mensen lopen hierop vast.", by=by(carla))
    make_approach_of(begun)

    assert themes_for(group, on=on_day(40)) == [still]


@pytest.mark.parametrize("standing", ["watched", "handed_over", "let_go"])
def test_who_asked_hears_what_was_decided_once(client, make_theme, listen, carla, standing):
    theme = make_theme(6)
    question = listen(theme)
    facts = {"look_again_on": on_day(40)} if standing == "watched" else {}
    decide(theme, carla, standing, **facts)

    tell_everything()
    tell_everything()

    message = Message.objects.get(template="approaches/news")
    text = put_into_words(message)
    assert "rieven" not in f"{text.subject} {text.body}"
    assert "De brieven zijn van hen." in client.get(f"/mijn/{question.link_token}/").content.decode()
    # When it is let go there is nothing left to hear: the link to the theme ends.
    assert Listener.objects.exists() == (standing != "let_go")


def test_the_answer_of_the_municipality_is_news_of_its_own(client, make_theme, listen, carla):
    theme = make_theme(6)
    question = listen(theme)
    decision = decide(theme, carla, "handed_over")
    tell_everything()
    with clock.pretend(in_days(-1)):
        agenda.keep_answer(decision, answer="Wij schrijven ze anders.", answered_on=on_day(-1), by=by(carla))

    tell_everything()

    assert Message.objects.filter(template="approaches/news").count() == 2
    assert "Wij schrijven ze anders." in client.get(f"/mijn/{question.link_token}/").content.decode()


def test_of_fewer_than_five_people_nothing_is_told_and_of_an_open_meeting_neither(group, make_theme, listen, carla):
    small, big = make_theme(4, name="Klein"), make_theme(6, name="Groot")
    for theme in (small, big):
        listen(theme)
    decide(small, carla, "let_go")
    meeting = agenda.plan_meeting(group, starts_at=in_days(1), by=by(carla))
    agenda.decide_theme(big, standing="let_go", why="Het is er al.", meeting=meeting, by=by(carla))

    assert tell_of_decisions() == 0
    agenda.close_meeting(meeting, by=by(carla))
    assert tell_of_decisions() == 1


def test_old_decisions_are_no_news(make_theme, listen, carla):
    theme = make_theme(6)
    listen(theme)
    signals_day = in_days(-90)
    with clock.pretend(signals_day):
        theme.shown_on = clock.today()
        theme.save(update_fields=["shown_on"])
    decide(theme, carla, "let_go", days=-80)

    assert tell_of_decisions() == 0


def test_who_comes_by_says_tell_me_and_hears_it_at_the_desk(house, make_theme, joost, carla, sign_in):
    question = take_down_question(house, words="Ik snap de brief niet", wish=Wish(called="Bert"), by=by(joost))
    give_answer(question, words="Samen bekeken.", by=by(joost))
    mark_answered(question, by=by(joost))
    browser = sign_in(joost)
    record = f"/vragen/{question.pk}/"
    page = browser.get(record).content.decode()
    assert 'name="listens"' in page
    assert "Een collega vertelt het als iemand langskomt." in page
    said = {"do": "keep", "sentence": "Iemand snapt een brief niet.", "listens": "on"}
    browser.post(f"/signalen/vraag/{question.pk}/{Considered.Offer.ANSWERED}/", said)
    theme = make_theme(6)
    signals.join_theme(theme, signals=[Listener.objects.get().signal], by=by(carla))
    decide(theme, carla, "let_go")

    tell_everything()

    hearing = Hearing.objects.get()
    assert hearing.way == Hearing.Way.PERSON
    assert "Bert" in browser.get("/vragen/terug/").content.decode()
    assert "De brieven zijn van hen." in browser.get(record).content.decode()
    say_told(hearing, by=by(joost))
    assert "De brieven zijn van hen." not in browser.get(record).content.decode()


def test_a_step_that_is_late_reminds_the_owner_once(theme, house, make_approach_of):
    owner = make_user("Ria", needs_second_factor=False)
    make_role(owner, Role.Kind.RESIDENT_OWNER, house)
    approach = make_approach_of(theme, owner=owner)
    for days in (2, 3, 4, 5):
        with clock.pretend(in_days(days)):
            schedule.remind_supporters()

    message = Message.objects.get(template="approaches/step_passed")
    assert message.to == owner.email
    assert "Koffie" not in put_into_words(message).body
    tick_step(approach.steps.get(), done=True, by=by(owner))
    with clock.pretend(in_days(20)):
        schedule.remind_supporters()
    assert Message.objects.filter(template="approaches/step_passed").count() == 1


def test_the_days_of_an_approach_from_before_five_people_are_not_told(client, house, theme, make_approach_of, carla):
    with clock.pretend(in_days(-50)):
        early = clock.today()
        approach = make_approach_of(theme, first_step_on=early)
        tick_step(approach.steps.get(), done=True, by=by(carla))
    theme.decided_on, theme.shown_on = early, clock.today()
    theme.save(update_fields=["decided_on", "shown_on"])

    shown = client.get(f"/aanpak/{approach.pk}/").context["shown"]

    assert {stop.on for stop in shown.path if stop.done and not stop.only_month} == {clock.today()}
    assert shown.steps[0].done_on == clock.today()
    approach.refresh_from_db()
    assert approach.made_on == early


def test_ones_own_page_tells_no_day_of_a_next_step_from_before_five_people(client, theme, listen, make_approach_of):
    question = listen(theme)
    early, shown_on = clock.today(), clock.today() + timedelta(days=30)
    with clock.pretend(in_days(-2)):
        make_approach_of(theme, first_step_on=early)
    theme.shown_on = shown_on
    theme.save(update_fields=["shown_on"])

    page = client.get(f"/mijn/{question.link_token}/").content.decode()

    assert day_words(shown_on, today=clock.today()) in page
    assert "Koffie in de hal</span>, vandaag" not in page


def test_a_promise_that_is_late_reminds_who_supports_and_is_marked_late(theme, make_approach_of, carla, sign_in):
    approach = make_approach_of(theme)
    tick_step(approach.steps.get(), done=True, by=by(carla))
    promise = Promise(name="De bakker", what="Brood", side="entrepreneurs", by_on=clock.today() + timedelta(days=4))
    pledge = add_pledge(approach, promise=promise, by=by(carla))
    for days in (3, 4, 5, 6):
        with clock.pretend(in_days(days)):
            schedule.remind_supporters()
    with clock.pretend(in_days(6)):
        assert "te laat" in sign_in(carla).get(f"/aanpak/{approach.pk}/").content.decode()

    message = Message.objects.get(template="approaches/date_passed")
    assert message.to == carla.email
    assert "Brood" not in put_into_words(message).body
    tick_pledge(pledge, kept=True, by=by(carla))
    with clock.pretend(in_days(8)):
        schedule.remind_supporters()
    assert Message.objects.filter(template="approaches/date_passed").count() == 1


def test_when_it_has_ended_nothing_is_still_to_come(client, theme, make_approach_of, carla):
    approach = make_approach_of(theme)
    end_approach(approach, result="Het lukte niet.", by=by(carla))

    page = client.get(f"/aanpak/{approach.pk}/").content.decode()

    assert "komt nog" not in page
    assert "niet gedaan" in page


def test_when_who_helped_left_the_house_the_house_is_reminded(theme, make_approach_of, joost, carla):
    approach = make_approach_of(theme, supported_by=joost)
    Role.objects.filter(user=joost).update(ends_on=clock.today())

    with clock.pretend(in_days(60)):
        schedule.remind_supporters()

    assert set(Message.objects.filter(about_id=approach.pk).values_list("to", flat=True)) == {carla.email}
