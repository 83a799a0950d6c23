"""The lists of the house: who needs a human first."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import record_each
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.desk.queries.finding import found_questions
from wijkhuis.loop.desk.queries.story import who_looked

PAGES = ["/vragen/mijn/", "/vragen/", "/vragen/zoek/", "/vragen/onderweg/", "/vragen/dag/", "/vragen/leeg-briefje/"]


def ask(house, user, words="Mijn kraan lekt", **facts):
    return actions.take_down_question(house, words=words, by=by(user), **facts)


def ask_online(house, words="Wie helpt mij met de tuin?"):
    return actions.ask_online(house, words=words)


def test_my_list_groups_what_is_now_this_week_and_later(house, joost, sign_in):
    late = ask(house, joost, words="Al te laat")
    Question.objects.filter(pk=late.pk).update(next_on=clock.today() - timedelta(days=2))
    ask(house, joost, words="Morgen pas", next_on=clock.today() + timedelta(days=1))
    ask(house, joost, words="Over een maand", next_on=clock.today() + timedelta(days=30))

    page = sign_in(joost).get("/vragen/mijn/")

    assert [(group["kind"], len(group["rows"])) for group in page.context["groups"]] == [
        ("now", 1),
        ("week", 1),
        ("later", 1),
    ]
    body = page.content.decode()
    assert "2 dagen te laat" in body
    assert body.index("Al te laat") < body.index("Morgen pas") < body.index("Over een maand")


def test_my_list_does_not_hold_what_somebody_else_holds(house, joost, mina, sign_in):
    ask(house, mina, words="Van Mina")

    assert "Van Mina" not in sign_in(joost).get("/vragen/mijn/").content.decode()


def test_every_listed_person_is_one_line_in_the_journal(house, joost, mina, sign_in):
    asked = [ask(house, mina, words=f"Vraag {number}") for number in range(3)]

    sign_in(joost).get("/vragen/")

    lines = JournalLine.objects.filter(action="desk.question_listed", actor=joost)
    assert {line.about_id for line in lines} == {question.pk for question in asked}
    assert all(line.origin for line in lines)


def test_a_new_question_is_taken_up_from_the_list(house, joost, carla, sign_in):
    question = ask_online(house)
    browser = sign_in(joost)

    body = browser.get("/vragen/?lijst=new").content.decode()
    browser.post(reverse("desk:take", args=[question.pk]), {"seen": question.holding_mark})

    question.refresh_from_db()
    assert "Ik pak dit op" in body
    assert question.holder == joost
    assert question.taken_up_at is not None


def test_who_comes_second_hears_who_was_first(house, joost, mina, sign_in):
    question = ask_online(house)
    actions.take_question(question, seen=question.holding_mark, by=by(mina))

    page = sign_in(joost).post(reverse("desk:take", args=[question.pk]), {"seen": question.holding_mark}, follow=True)

    question.refresh_from_db()
    assert question.holder == mina
    assert page.status_code == 409
    assert "Mina" in page.content.decode()
    assert "Net opgepakt" in page.content.decode()


def test_the_tabs_count_and_narrow(house, joost, sign_in):
    ask(house, joost, words="Gewoon")
    ask_online(house, words="Vanaf het web")
    quiet = ask(house, joost, words="Lang stil")
    Question.objects.filter(pk=quiet.pk).update(looked_at=clock.now() - timedelta(days=40))
    browser = sign_in(joost)

    page = browser.get("/vragen/")
    counts = {words: count for _url, words, count, _current in page.context["tabs"]}

    assert counts == {
        "Alles": 3,
        "Nieuw": 1,
        "Te laat": 0,
        "Bij een partner": 0,
        "Vragen hoe het ging": 0,
        "Lang niet bekeken": 1,
        "Wil iets doen": 0,
    }
    assert "Gewoon" not in browser.get("/vragen/?lijst=unseen").content.decode()
    assert "Lang stil" in browser.get("/vragen/?lijst=unseen").content.decode()


def test_a_search_finds_words_and_codes_and_leaves_nothing_in_the_address(house, other_house, joost, nils, sign_in):
    ours = ask(house, joost, words="Mijn huurtoeslag is gestopt")
    ask(other_house, nils, words="De huurtoeslag van mijn zus")
    browser = sign_in(joost)

    found = browser.post("/vragen/zoek/", {"text": "huurtoeslag"})
    by_code = browser.post("/vragen/zoek/", {"text": f"{ours.short_code[:3]} {ours.short_code[3:].lower()}"})

    assert [row["question"] for row in found.context["found"]] == [ours]
    assert [row["question"] for row in by_code.context["found"]] == [ours]
    assert browser.get("/vragen/zoek/?text=huurtoeslag").context["found"] is None


def test_a_code_is_found_as_it_was_typed_beside_words_that_look_like_it(house, joost):
    by_code = ask(house, joost, words="Wie helpt mij met een brief?")
    by_words = ask(house, joost, words="De bakker is dicht")
    Question.objects.filter(pk=by_code.pk).update(short_code="BAKKER")

    assert set(found_questions(joost, "bak-ker")) == {by_code}
    assert set(found_questions(joost, "bakker")) == {by_code, by_words}


@pytest.mark.parametrize("text", ["", "\x00", "🙏", "\u202e", "'; drop table", "a" * 5000, "111222333", "NOT & | !"])
def test_odd_searches_get_a_kind_page(house, joost, sign_in, text):
    assert sign_in(joost).post("/vragen/zoek/", {"text": text}).status_code == 200


def test_a_limit_is_ones_own_and_warns_above_it(house, joost, carla, sign_in):
    for number in range(3):
        ask(house, joost, words=f"Vraag {number}")
    browser = sign_in(joost)

    browser.post("/vragen/mijn/grens/", {"limit": "2"})
    mine = browser.get("/vragen/mijn/").content.decode()
    team = sign_in(carla).get("/vragen/").content.decode()

    assert Role.objects.get(user=joost).limit == 2
    assert "U hebt 3 vragen, uw grens is 2." in mine
    assert "3 vragen, grens 2" in team


@pytest.mark.parametrize("limit", ["0", "201", "veel", "1.5", "-3", "9" * 40])
def test_a_limit_that_cannot_be_is_refused_with_a_sentence(joost, sign_in, limit):
    page = sign_in(joost).post("/vragen/mijn/grens/", {"limit": limit}, follow=True)

    assert "Kies een getal van 1 tot en met 200." in page.content.decode()
    assert Role.objects.get(user=joost).limit is None


def test_a_host_sees_colleagues_loads_only_as_coordinator(house, joost, sign_in):
    assert sign_in(joost).get("/vragen/").context["carriers"] == []


def test_a_volunteer_sees_only_what_they_hold(house, joost, wim, sign_in):
    ask(house, joost, words="Van Joost")
    ask(house, wim, words="Van Wim")
    browser = sign_in(wim)

    assert browser.get("/vragen/").status_code == 403
    body = "".join(browser.get(page).content.decode() for page in PAGES if page != "/vragen/")
    assert "Van Joost" not in body
    assert "Van Wim" in body


@pytest.mark.parametrize("page", PAGES)
def test_lists_are_for_people_at_a_desk(bas, stef, ada, rita, sign_in, client, page):
    assert client.get(page).status_code == 302
    for who in (bas, stef, ada, rita):
        assert sign_in(who).get(page).status_code == 403


def test_another_house_finds_nothing(house, joost, nils, sign_in):
    question = ask(house, joost)
    browser = sign_in(nils)

    for name in ("saved", "slip"):
        assert browser.get(reverse(f"desk:{name}", args=[question.pk])).status_code == 404
    assert browser.post(reverse("desk:take", args=[question.pk]), {"seen": question.holding_mark}).status_code == 404
    assert question.words not in "".join(browser.get(page).content.decode() for page in PAGES)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("amount", [5, 60])
def test_a_list_asks_as_little_for_sixty_questions_as_for_five(
    house, joost, sign_in, page, amount, django_assert_max_num_queries
):
    for number in range(amount):
        ask(house, joost, words=f"Vraag {number}", next_on=clock.today(), wish=actions.Wish(called="Ans"))
    browser = sign_in(joost)

    with django_assert_max_num_queries(12):
        assert browser.get(page).status_code == 200


def test_a_page_holds_thirty(house, joost, sign_in):
    for number in range(31):
        ask(house, joost, words=f"Vraag {number}")
    browser = sign_in(joost)

    assert len(browser.get("/vragen/").context["page"]) == 30
    assert len(browser.get("/vragen/?page=2").context["page"]) == 1
    assert len(browser.get("/vragen/?page=nonsense").context["page"]) == 30


def test_who_looked_says_the_last_hundred_of_a_question_that_stands_on_lists(house, joost, carla):
    question = ask(house, joost)
    record_each("desk.question_listed", [question] * 120, by=by(carla))
    record_each("desk.question_looked_at", [question], by=by(joost))

    looks = who_looked(question)

    assert (len(looks), looks[0].actor, looks[1].actor) == (100, joost, carla)
