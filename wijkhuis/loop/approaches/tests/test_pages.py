"""The pages of an approach: for the house, for everybody, few queries whatever the amount of data."""

from datetime import timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.approaches import schedule
from wijkhuis.loop.approaches.actions import going
from wijkhuis.loop.approaches.actions.joining import sign_up
from wijkhuis.loop.approaches.actions.making import Promise, add_pledge
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.approaches.queries.page import pace_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def rich(approach, theme, listen, carla):
    """An approach with much beside it, and twenty people who listen."""
    for number in range(20):
        going.add_step(approach, what=f"Stap {number}", who="Rita", by_on=clock.today(), by=by(carla))
        add_pledge(approach, promise=Promise(f"Bakker {number}", "brood", "entrepreneurs"), by=by(carla))
        sign_up(approach, first_name=f"N{number}", how_to_reach="06", by=Actor(label="visitor"))
        listen(theme, email=f"n{number}@post.example")
    return approach


def test_pages_ask_few_queries(rich, carla, joost, sign_in, client, django_assert_max_num_queries):
    public = [f"/aanpak/{rich.pk}/", "/aanpak/", f"/aanpak/{rich.pk}/poster/", "/werkwijzen/", "/werkwijzen/keyring/"]
    for page in public:
        with django_assert_max_num_queries(12):
            assert client.get(page).status_code == 200
    browser = sign_in(carla)
    for page in (*public, f"/aanpak/maken/{rich.theme_id}/wat-er-is/", f"/aanpak/{rich.pk}/vertellen/"):
        browser.get(page)
        with django_assert_max_num_queries(12):
            assert browser.get(page).status_code == 200
    browser = sign_in(joost)
    browser.get("/vragen/terug/")
    with django_assert_max_num_queries(12):
        assert browser.get("/vragen/terug/").status_code == 200


def test_the_owner_stands_outside_by_first_name_only_when_they_agreed(approach, client):
    page = client.get(f"/aanpak/{approach.pk}/").content.decode()
    assert "Rita" not in page.replace("Rita:", "")

    Approach.objects.update(owner_agrees=True, owner_name="Rita Jansen")
    page = client.get(f"/aanpak/{approach.pk}/").content.decode()
    assert "Rita woont hier en heeft de leiding" in page
    assert "Jansen" not in page


def test_the_state_follows_from_what_happened(approach, carla, client):
    def stands():
        return client.get(f"/aanpak/{approach.pk}/").context["shown"].state.value

    assert stands() == "planned"
    going.tick_step(approach.steps.get(), done=True, by=by(carla))
    assert stands() == "begun"
    going.tick_step(approach.steps.get(), done=False, by=by(carla))
    assert stands() == "planned"
    going.look_back(approach, learnt="Mensen komen graag", by=by(carla))
    assert stands() == "looked_back"
    going.end_approach(approach, result="De groep draait zelf", by=by(carla))
    assert stands() == "ended"


def test_days_from_signal_to_decision_to_first_step(approach, carla):
    going.tick_step(approach.steps.get(), done=True, by=by(carla))
    approach.refresh_from_db()

    pace = pace_of(approach)

    assert pace.to_decision == (clock.today() - approach.theme.since).days
    assert pace.to_first_step == 0


def test_no_owner_by_the_day_reminds_who_supports_once(theme, make_approach_of, carla):
    make_approach_of(theme, owner_name="", owner_by_on=clock.today() - timedelta(days=1))

    schedule.remind_supporters()
    schedule.remind_supporters()

    message = Message.objects.get(template="approaches/date_passed")
    assert message.to == carla.email
    assert set(message.context) == {"first_name", "house", "date", "link"}


def test_a_theme_shows_what_was_done_before_about_the_same_and_only_what_one_may_read(
    approach, make_theme, make_approach_of, carla, joost, sign_in
):
    small = make_approach_of(make_theme(2, name="Post"), name="Samen de post doen")
    now = make_theme(6, name="Brieven van nu")

    page = sign_in(carla).get(f"/themas/{now.pk}/").content.decode()
    assert "Eerder gedaan" in page
    assert approach.name in page
    assert small.name in page

    page = sign_in(joost).get(f"/themas/{now.pk}/").content.decode()
    assert small.name not in page


def test_which_side_is_missing_is_a_gentle_hint(rich, carla, sign_in):
    page = sign_in(carla).get(f"/aanpak/{rich.pk}/").context["shown"]

    assert len(page.missing) == 3


def test_below_five_people_it_is_not_there_for_the_desk_or_the_street(
    make_theme, make_approach_of, joost, sign_in, client
):
    small = make_approach_of(make_theme(4, name="Vier"))

    assert client.get(f"/aanpak/{small.pk}/").status_code == 404
    assert sign_in(joost).get(f"/aanpak/{small.pk}/").status_code == 404
    assert "Samen brieven lezen" not in client.get("/aanpak/").content.decode()
