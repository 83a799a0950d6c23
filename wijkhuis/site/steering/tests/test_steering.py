"""The municipality sees figures, and no person."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.house.neighbourhood.models import District, Neighbourhood
from wijkhuis.loop.agenda.actions import decide_theme
from wijkhuis.loop.agenda.tests.conftest import group, theme_of  # noqa: F401
from wijkhuis.loop.approaches.actions import going
from wijkhuis.loop.approaches.tests.conftest import make_approach_of, make_theme, plan  # noqa: F401
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.site.steering.queries import pace_of_themes, questions_by_house, themes_by_district

LAST_MONTH = timedelta(days=40)


@pytest.fixture
def started(make_approach_of, carla):  # noqa: F811
    """An approach of a theme whose first step is done today: started(theme)."""

    def make(theme):
        approach = make_approach_of(theme)
        going.tick_step(approach.steps.get(), done=True, by=by(carla))
        return approach

    return make


def ask(house, user, number):
    for one in range(number):
        wish = Wish(called="Kanariepiet", way="phone", phone="0612340987")
        asked = clock.now() - LAST_MONTH
        take_down_question(house, words=f"Vraag van Kanariepiet {one}", wish=wish, asked_at=asked, by=by(user))


def test_the_municipality_sees_numbers_and_no_words(sign_in, stef, house, joost):
    ask(house, joost, 7)

    shown = sign_in(stef).get(reverse("steering:city")).content.decode()

    assert ">7<" in shown
    # On a phone every figure stands below the one before, and says what it is.
    assert 'data-label="Vragen">7<' in shown
    assert "Kanariepiet" not in shown
    assert "Joost" not in shown


def test_a_house_with_three_questions_stays_at_home(sign_in, stef, house, other_house, joost, nils):
    ask(house, joost, 3)
    ask(other_house, nils, 8)

    table = questions_by_house(since=clock.today() - timedelta(days=90), until=clock.today())

    assert table.cells == {"De Brug": None, "De Haven": None}
    assert ">3<" not in sign_in(stef).get(reverse("steering:city")).content.decode()


@pytest.mark.parametrize("who", ["joost", "carla", "bas", "wim", "rita", "pieter"])
def test_others_do_not_see_the_city(sign_in, request, who):
    assert sign_in(request.getfixturevalue(who)).get(reverse("steering:city")).status_code == 403


def test_the_page_asks_the_database_little(sign_in, stef, house, joost, django_assert_max_num_queries):
    ask(house, joost, 12)
    browser = sign_in(stef)
    browser.get(reverse("steering:city"))
    with django_assert_max_num_queries(12):
        browser.get(reverse("steering:city"))


def test_the_city_reads_how_soon_something_comes_of_five_themes_and_never_of_four(
    sign_in,
    stef,
    carla,
    group,  # noqa: F811
    theme_of,  # noqa: F811
):
    decided_at = clock.now() - LAST_MONTH
    with clock.pretend(decided_at):
        themes = [theme_of(5, name=f"Thema {number}") for number in range(6)]
        small = theme_of(4, name="Blijft klein")
        for theme in [*themes[:4], small]:
            decide_theme(theme, standing="taken_up", why="We doen het.", by=by(carla))
    period = {"since": clock.today() - timedelta(days=365), "until": clock.today().replace(day=1)}
    assert pace_of_themes(**period).to_decision is None

    with clock.pretend(decided_at):
        for theme in themes[4:]:
            decide_theme(theme, standing="taken_up", why="We doen het.", by=by(carla))

    waited = (timezone.localdate(decided_at) - themes[0].since).days
    assert pace_of_themes(**period).to_decision == waited
    assert pace_of_themes(**period).to_approach is None
    assert f"{waited} dagen" in sign_in(stef).get(reverse("steering:city")).content.decode()


def test_themes_stand_under_the_district_of_their_house(
    sign_in,
    stef,
    carla,
    nils,
    other_house,
    city,
    group,  # noqa: F811
    theme_of,  # noqa: F811
):
    far = Neighbourhood.objects.create(district=District.objects.create(city=city.city, name="Zuid"), name="Ver weg")
    other_house.neighbourhoods.set([far])
    decide_theme(theme_of(6, name="De bus"), standing="taken_up", why="We doen het.", by=by(carla))

    assert [(name, [theme.name for theme in some]) for name, some in themes_by_district()] == [("Noord", ["De bus"])]
    page = sign_in(stef).get(reverse("steering:city")).content.decode()
    assert page.index(">Noord</h3>") < page.index("De bus")
    assert "Zuid" not in page


def test_the_city_reads_how_soon_the_first_step_comes_from_five_approaches_on(
    make_theme,  # noqa: F811
    started,
):
    period = {"since": clock.today() - timedelta(days=365), "until": clock.today() + timedelta(days=1)}
    for number in range(4):
        started(make_theme(5, name=f"Thema {number}"))
    assert pace_of_themes(**period).to_first_step is None

    last = started(make_theme(5, name="Het vijfde"))

    waited = (clock.today() - last.theme.since).days
    assert pace_of_themes(**period).to_first_step == waited
