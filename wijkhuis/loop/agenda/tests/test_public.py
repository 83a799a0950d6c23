"""Everybody reads what the neighbourhood decided, and nobody can tell that a theme of fewer than five people exists."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.formats import date_format

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.queries.public import days_to_decide
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.signals import actions as signals
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Listener, Signal

pytestmark = pytest.mark.django_db
PAGES = [
    "/wijkagenda/",
    "/wijkagenda/de-brug/",
    "/wijkagenda/de-brug/papier/",
    "/wijkagenda/de-brug/papier/?maat=a3",
    "/wijkagenda/de-brug/besluiten.atom",
    "/huis/de-brug/",
    "/sitemap.xml",
]
# The moment at which an empty feed was made.
COUNTS_LOOKS = re.compile("SAVEPOINT|shared_cache|advisory")
CHANGES = re.compile(rb"<updated>[^<]*</updated>|nonce-[\w+/=-]+|csrfmiddlewaretoken[^>]*")


@pytest.fixture
def decided(group, rita, theme_of):
    """Decide on a theme with so many people: decided(5, "taken_up", name="De bus")."""

    def make(people, standing, *, name="De bus", **facts):
        theme = theme_of(people, name=name)
        actions.decide_theme(theme, standing=standing, why=f"Zo is {name}.", by=by(rita), **facts)
        return theme

    return make


def seen(client):
    """Every page, what it asked of the database, and its body."""
    found = []
    for page in PAGES:
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(page)
            body = answer.getvalue()
        questions = [one["sql"] for one in asked if not COUNTS_LOOKS.search(one["sql"])]
        found.append((page, answer.status_code, questions, CHANGES.sub(b"", body)))
    return found


def test_a_theme_under_five_changes_nothing_that_anybody_outside_can_see(client, decided, house):
    before = seen(client)

    for number in range(12):
        decided(4, ["taken_up", "let_go"][number % 2], name=f"Geheim {number}")

    assert seen(client) == before


def test_a_theme_under_five_changes_nothing_beside_themes_that_are_shown(client, decided):
    decided(5, "taken_up", name="De bus")
    before = seen(client)

    for number in range(12):
        decided(4, "let_go", name=f"Geheim {number}")

    assert seen(client) == before


def test_a_theme_that_falls_below_five_is_gone_everywhere(client, decided, carla):
    theme = decided(5, "taken_up", name="Zichtbaar")
    assert b"Zichtbaar" in client.get("/wijkagenda/de-brug/").content

    signals.leave_theme(theme, signals=theme.signals.all()[:1], by=by(carla))

    for page, status, _queries, body in seen(client):
        assert (b"Zichtbaar" in body, status) == (False, 200), page


def test_no_number_on_a_public_page_counts_what_is_not_shown(client, decided):
    theme = decided(5, "taken_up", name="De bus")
    page = client.get("/wijkagenda/de-brug/").content.decode()
    feed = client.get("/wijkagenda/de-brug/besluiten.atom").content.decode()

    assert f"/{theme.pk}/" not in page
    assert re.findall(r"<id>([^<]*)</id>", feed)[1].startswith("urn:uuid:")


def test_a_house_without_a_group_answers_like_one_whose_group_decided_nothing(client, group, other_house):
    pages = (client.get(f"/wijkagenda/{slug}/").content for slug in ("de-brug", "de-haven"))
    first, second = (CHANGES.sub(b"", page).decode() for page in pages)

    assert first.replace("De Brug", "De Haven").replace("de-brug", "de-haven") == second
    assert client.get("/wijkagenda/nergens/").status_code == 404


def test_an_answer_that_is_late_stands_on_top_in_a_fair_sentence(client, decided):
    with clock.pretend(clock.now() - timedelta(days=60)):
        due = clock.today() + timedelta(days=20)
        decided(6, "handed_over", name="Licht", handed_to="team Verkeer", answer_due_on=due)
    later = clock.today() + timedelta(days=20)
    decided(6, "handed_over", name="Bankjes", handed_to="team Groen", answer_due_on=later)

    page = client.get("/wijkagenda/de-brug/").content.decode()

    assert page.index("Licht") < page.index("Bankjes")
    assert re.search(r"We vroegen de gemeente om antwoord voor .*\. Dat is er nog niet\.", page)


def test_the_page_asks_little_however_much_stands_on_it(client, decided):
    for number in range(15):
        decided(5, "taken_up", name=f"Thema {number}")

    for page, _status, queries, _body in seen(client):
        assert len(queries) <= 12, page


def test_a_theme_that_reaches_five_later_is_told_as_of_that_day(client, decided, house, carla, rita):
    with clock.pretend(clock.now() - timedelta(days=90)):
        due = clock.today() + timedelta(days=20)
        theme = decided(4, "watched", name="Eerst klein", look_again_on=clock.today() + timedelta(days=5))
        facts = {"handed_to": "team Verkeer", "answer_due_on": due}
        made = actions.decide_theme(theme, standing="handed_over", why="Zij gaan erover.", by=by(rita), **facts)
        early = clock.today()
    with clock.pretend(clock.now() - timedelta(days=60)):
        actions.keep_answer(made, answer="Er komt een drempel.", answered_on=clock.today(), by=by(rita))
        answered = clock.today()
    fifth = Signal.objects.create(
        house=house, sentence="Iemand durft niet.", month=date(2026, 3, 1), source="desk", pool_token=pool_token("5")
    )

    signals.join_theme(theme, signals=[fifth], by=by(carla))

    page = client.get("/wijkagenda/de-brug/").content.decode()
    feed = client.get("/wijkagenda/de-brug/besluiten.atom").content.decode()
    with translation.override("nl"):
        today, *earlier = (date_format(day, "l j F Y") for day in (clock.today(), early, answered, due))
    assert f"Besloten op {today}" in page
    assert "Er komt een drempel." in page
    assert [day for day in earlier if day in page] == []
    # What was replaced before anybody could know of it is not told at all.
    assert feed.count("<entry") == 1
    assert f"<updated>{clock.today():%Y-%m-%d}" in feed.partition("<entry")[2]
    [first] = days_to_decide(since=clock.today(), until=clock.today() + timedelta(days=1))
    assert first.decided_on == clock.today()


def test_on_their_own_page_somebody_reads_what_was_decided_never_under_five_people(client, decided, house, joost):
    wish = Wish(called="Aylin", way="come_by")
    question = take_down_question(house, words="Ik kan niet weg", wish=wish, by=by(joost))
    theme = decided(4, "let_go", name="Eerst klein")
    Listener.objects.create(question=question, signal=theme.signals.first())
    mine = f"/mijn/{question.link_token}/"
    assert "Eerst klein" not in client.get(mine).content.decode()

    due = clock.today() + timedelta(days=20)
    big = decided(6, "handed_over", name="De bus", handed_to="team Verkeer", answer_due_on=due)
    Listener.objects.update(signal=big.signals.first())
    page = client.get(mine).content.decode()
    assert "Zo is De bus." in page
    assert "We vroegen om antwoord voor" in page

    Listener.objects.all().delete()
    assert "Zo is De bus." not in client.get(mine).content.decode()


@pytest.mark.parametrize("language", ["tr", "ar"])
def test_in_another_language_the_own_words_of_the_group_are_marked_as_dutch(client, rita, group, theme_of, language):
    actions.decide_theme(theme_of(6, name="Donker"), standing="taken_up", why="We doen het samen.", by=by(rita))

    page = client.get("/wijkagenda/de-brug/", headers={"accept-language": language}).content.decode()

    assert f'lang="{language}"' in page
    assert re.search(r'lang="nl"[^>]*>Donker<', page)
    assert re.search(r'lang="nl"[^>]*>We doen het samen\.<', page)
