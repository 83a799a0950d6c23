"""Words of an approach that everybody reads name nobody; what was typed is still there."""

from datetime import timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.approaches.actions import going
from wijkhuis.loop.approaches.actions.making import Promise, add_pledge
from wijkhuis.loop.approaches.models import Approach, HouseMethod, Told

pytestmark = pytest.mark.django_db
NAMED = "Wat mevrouw Jansen graag wil"
REFUSED = "Hier lijkt te staan wie iemand is: “Jansen”"


def refused(answer):
    """The page asks for another look, says which words name somebody, and shows what was typed."""
    page = answer.content.decode()
    return (answer.status_code, REFUSED in page or "“mevrouw Jansen”" in page, NAMED in page) == (422, True, True)


@pytest.fixture
def browser(carla, sign_in):
    return sign_in(carla)


def a_plan(carla, **more):
    today = clock.today()
    return {
        "name": "Samen lezen",
        "owner_name": "Rita Bakker",
        "supported_by": carla.pk,
        "first_step": "Koffie",
        "first_step_on": today + timedelta(days=2),
        "comes_back": "Rust",
        "comes_back_on": today + timedelta(days=50),
        **more,
    }


@pytest.mark.parametrize("field", ["name", "plan", "first_step", "comes_back"])
def test_the_plan_names_nobody_but_its_owner(approach, browser, carla, field):
    assert refused(browser.post(f"/aanpak/{approach.pk}/wijzigen/", a_plan(carla, **{field: NAMED})))

    assert browser.post(f"/aanpak/{approach.pk}/wijzigen/", a_plan(carla)).status_code == 302
    assert Approach.objects.get().owner_name == "Rita Bakker"


def test_steps_and_promises_name_only_who_said_yes(approach, browser, carla):
    step = {"what": NAMED, "who": "Jan de Vries", "by_on": clock.today()}
    promise = {"belofte-name": "Bakker Jansen", "belofte-what": NAMED}
    assert refused(browser.post(f"/aanpak/{approach.pk}/stap/", step))
    assert refused(browser.post(f"/aanpak/{approach.pk}/belofte/", promise))
    kept = add_pledge(approach, promise=Promise("Bakker Jansen", "brood"), by=by(carla))
    assert refused(browser.post(f"/aanpak/beloften/{kept.pk}/wijzigen/", promise))
    assert refused(browser.post(f"/aanpak/stappen/{approach.steps.get().pk}/wijzigen/", step))

    browser.post(f"/aanpak/{approach.pk}/stap/", {**step, "what": "Soep koken"})

    assert approach.steps.filter(what="Soep koken", who="Jan de Vries").exists()


def test_what_became_of_it_names_nobody(approach, browser, carla):
    for address in ("terugkijken", "einde"):
        assert refused(browser.post(f"/aanpak/{approach.pk}/{address}/", {"words": NAMED}))
    going.look_back(approach, learnt="Het hielp.", by=by(carla))
    going.end_approach(approach, result="Klaar", by=by(carla))
    for address in ("na-een-jaar", "uitkomst"):
        assert refused(browser.post(f"/aanpak/{approach.pk}/{address}/", {"words": NAMED}))


def test_news_names_nobody_and_in_no_language_how_to_reach_them(approach, browser):
    news = {"words": "Er is soep.", "moment": "between", "send": "1"}

    assert refused(browser.post(f"/aanpak/{approach.pk}/vertellen/", {**news, "words": NAMED}))
    called = browser.post(f"/aanpak/{approach.pk}/vertellen/", {**news, "in_tr": "Arayın: 06 12345678"})
    assert (called.status_code, "Arayın: 06 12345678" in called.content.decode()) == (422, True)
    assert not Told.objects.exists()


def test_news_that_names_somebody_is_refused_when_it_is_read_first(approach, browser):
    answer = browser.post(f"/aanpak/{approach.pk}/vertellen/", {"words": NAMED, "moment": "between"})

    assert refused(answer)
    assert "Dit lezen zij" not in answer.content.decode()


def test_news_that_was_told_is_said_to_be_known_when_it_is_read_first(approach, browser):
    address, news = f"/aanpak/{approach.pk}/vertellen/", {"words": "Er is soep.", "moment": "between"}
    page = browser.post(address, news).content.decode()
    assert "Dit lezen zij" in page
    assert 'value="answered"' not in page
    browser.post(address, {**news, "send": "1"})

    assert browser.post(address, news).status_code == 422
    assert Told.objects.count() == 1


def test_turkish_words_that_look_like_a_name_are_no_name(approach, browser):
    news = {"words": "Er is soep.", "moment": "between", "send": "1", "in_tr": "Size seve seve yardım ederiz."}

    browser.post(f"/aanpak/{approach.pk}/vertellen/", news)

    assert Told.objects.get().other_words == {"tr": "Size seve seve yardım ederiz."}


def test_what_is_there_and_the_way_of_working_name_nobody(theme, browser):
    making = f"/aanpak/maken/{theme.pk}/"

    assert refused(browser.post(f"{making}wat-er-is/", {"answer": "new", "words": NAMED}))
    assert refused(browser.post(f"{making}werkwijze/", {"own": NAMED}))

    # The draft is of nobody else, and keeps it.
    assert NAMED in browser.get(f"{making}werkwijze/").content.decode()


def test_a_way_of_working_names_nobody_and_the_library_itself_is_never_refused(browser, house):
    own = {"name": "Soep", "first_steps": "Koken", "in_short": NAMED}
    assert refused(browser.post("/werkwijzen/nieuw/", own))
    page = browser.get("/werkwijzen/keyring/aanpassen/")
    form = {name: value for name, value in page.context["form"].initial.items() if value}
    assert refused(browser.post("/werkwijzen/keyring/aanpassen/", {**form, "money": NAMED}))

    browser.post("/werkwijzen/keyring/aanpassen/", {**form, "money": "niets"})

    assert HouseMethod.objects.get().money == "niets"
