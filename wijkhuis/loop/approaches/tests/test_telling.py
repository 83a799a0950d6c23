"""Everybody who said "tell me" hears what became of it: once, in their own way, without a word of what it is about."""

import pytest
from django.core.management import call_command

from tests.cast import by
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.approaches import jobs
from wijkhuis.loop.approaches.actions.going import end_approach
from wijkhuis.loop.approaches.actions.telling import say_told, tell_back
from wijkhuis.loop.approaches.models import Hearing, Told
from wijkhuis.loop.desk.actions import forget_question, open_with_reason, withdraw_question
from wijkhuis.loop.signals.models import Listener

WORDS = "Elke dinsdag lezen we samen brieven in de hal."


def titles_with_people(page):
    return [str(group["title"]) for group in page.context["groups"] if group["rows"]]


@pytest.fixture
def tell(carla):
    def go(approach, words=WORDS, moment="between", **others):
        told = tell_back(approach, words=words, moment=moment, other_words=others, by=by(carla))
        jobs.tell_everybody(told.pk)
        told.refresh_from_db()
        return told

    return go


@pytest.mark.django_db
def test_each_hears_by_their_own_way_and_in_their_own_language(approach, theme, listen, tell):
    listen(theme, language="tr")
    listen(theme, called="Bert", way="phone", phone="0612345678", email="")

    told = tell(approach)

    message = Message.objects.get(template="approaches/news")
    assert (message.language, message.to) == ("tr", "aylin@post.example")
    assert set(message.context) == {"first_name", "house", "phone", "link"}
    assert "rieven" not in str(message.context)
    assert sorted(told.hearings.values_list("way", flat=True)) == ["message", "person"]


@pytest.mark.django_db
def test_interrupted_and_repeated_nobody_hears_it_twice(approach, theme, listen, carla, monkeypatch):
    for number in range(6):
        listen(theme, email=f"n{number}@post.example")
    told = tell_back(approach, words=WORDS, moment="begun", by=by(carla))
    real, calls = jobs.tell_one, []

    def breaks(told, *, question_id):
        calls.append(question_id)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return real(told, question_id=question_id)

    monkeypatch.setattr(jobs, "tell_one", breaks)
    with pytest.raises(KeyboardInterrupt):
        jobs.tell_everybody(told.pk)
    assert told.hearings.count() == 3
    jobs.tell_everybody(told.pk)
    jobs.tell_everybody(told.pk)

    assert told.hearings.count() == 6
    assert Message.objects.filter(template="approaches/news").count() == 6


@pytest.mark.django_db
def test_who_was_forgotten_or_needs_it_no_more_is_left_in_peace(approach, theme, listen, joost, tell):
    forgotten, stopped = listen(theme), listen(theme, email="b@post.example")
    forget_question(forgotten, by=by(joost))
    withdraw_question(stopped, by=by(joost))

    told = tell(approach)

    assert not Hearing.objects.exists()
    assert not Message.objects.filter(template="approaches/news").exists()
    assert told.done_at is not None


@pytest.mark.django_db
def test_somebody_forgotten_while_the_telling_runs_hears_nothing(approach, theme, listen, carla, joost, monkeypatch):
    first, second = listen(theme), listen(theme, email="b@post.example")
    told = tell_back(approach, words=WORDS, moment="begun", by=by(carla))
    real = jobs.tell_one

    def then_forgets(told, *, question_id):
        if question_id == second.pk:
            forget_question(second, by=by(joost))
        return real(told, question_id=question_id)

    monkeypatch.setattr(jobs, "tell_one", then_forgets)
    jobs.tell_everybody(told.pk)

    assert list(Hearing.objects.values_list("question_id", flat=True)) == [first.pk]


@pytest.mark.django_db
def test_the_same_words_are_not_told_again(approach, tell, carla):
    tell(approach)

    with pytest.raises(RuleBroken, match="al verteld"):
        tell_back(approach, words=WORDS, moment="between", by=by(carla))


@pytest.mark.django_db
def test_how_many_heard_it_never_tells_who_came_since(approach, theme, listen, tell):
    for number in range(6):
        listen(theme, email=f"n{number}@post.example")
    assert tell(approach).people == 6
    listen(theme, email="later@post.example")

    assert tell(approach, words="Nieuws").people == 6


@pytest.mark.django_db
def test_fewer_than_five_are_not_counted_on_the_page(approach, theme, listen, tell, carla, sign_in):
    listen(theme)
    tell(approach)

    page = sign_in(carla).get(f"/aanpak/{approach.pk}/").content.decode()

    assert WORDS in page
    assert Told.objects.get().people == 0
    assert "aylin" not in page.lower()


@pytest.mark.django_db
def test_after_the_last_news_nobody_listens_any_more_and_the_page_still_says_it(
    approach, theme, listen, tell, carla, client
):
    question = listen(theme)
    end_approach(approach, result="De groep draait zelf.", by=by(carla))

    tell(approach, moment="ended")

    assert not Listener.objects.exists()
    assert WORDS in client.get(f"/mijn/{question.link_token}/").content.decode()


@pytest.mark.django_db
def test_the_last_news_comes_after_the_end(approach, carla):
    with pytest.raises(RuleBroken, match="Beëindig"):
        tell_back(approach, words=WORDS, moment="ended", by=by(carla))


@pytest.mark.django_db
def test_who_is_called_is_told_by_a_colleague_once(approach, theme, listen, tell, joost, mina, sign_in):
    question = listen(theme, way="phone", phone="0612345678", email="")
    tell(approach)
    browser = sign_in(joost)
    assert len(titles_with_people(browser.get("/vragen/terug/"))) == 2
    assert WORDS in browser.get(f"/vragen/{question.pk}/").content.decode()
    hearing = Hearing.objects.get()

    with pytest.raises(NotYours):
        say_told(hearing, by=by(mina))
    open_with_reason(question, why="was_asked", by=by(mina))
    say_told(hearing, by=by(mina))
    browser.post(f"/vragen/nieuws/{hearing.pk}/verteld/")

    hearing.refresh_from_db()
    assert hearing.told_by == mina
    # What is left is to ask whether she wants to join.
    assert len(titles_with_people(browser.get("/vragen/terug/"))) == 1


@pytest.mark.django_db(transaction=True)
def test_everybody_in_a_long_row_is_told_by_the_worker(approach, theme, listen, carla):
    for number in range(60):
        listen(theme, email=f"n{number}@post.example")
    told = tell_back(approach, words=WORDS, moment="begun", by=by(carla))

    call_command("work", "--once")

    told.refresh_from_db()
    assert told.hearings.filter(way="message").count() == 60
    assert told.people == 60
    assert Message.objects.filter(template="approaches/news").count() == 60
