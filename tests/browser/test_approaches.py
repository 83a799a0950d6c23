"""Pages of approaches and ways of working: everybody can read and touch them, narrow and wide."""

import pytest

from tests.browser.test_look import MAY_BE_SMALL
from tests.cast import by
from wijkhuis.loop.approaches import jobs
from wijkhuis.loop.approaches.actions.going import tick_step
from wijkhuis.loop.approaches.actions.making import Promise, add_pledge
from wijkhuis.loop.approaches.actions.telling import tell_back
from wijkhuis.loop.approaches.tests.conftest import (  # noqa: F401
    approach,
    group,
    listen,
    make_approach_of,
    make_theme,
    plan,
    theme,
)


@pytest.fixture
def told(approach, theme, listen, carla):  # noqa: F811
    """An approach under way, with a promise and news; Aylin listens by phone."""
    question = listen(theme, way="phone", phone="0612345678", email="")
    tick_step(approach.steps.get(), done=True, by=by(carla))
    add_pledge(approach, promise=Promise("Bakker Bolle", "brood van gisteren", "entrepreneurs"), by=by(carla))
    news = tell_back(approach, words="Elke dinsdag lezen we samen.", moment="begun", by=by(carla))
    jobs.tell_everybody(news.pk)
    return question


@pytest.mark.django_db(transaction=True)
def test_everybody_reads_and_touches_approaches(told, approach, carla, joost, page, look_at, signed_in):  # noqa: F811
    number, own = approach.pk, f"/mijn/{told.link_token}/"
    look_at(f"/aanpak/{number}/", "/aanpak/", f"/aanpak/{number}/meedoen/", "/werkwijzen/", "/werkwijzen/keyring/")
    look_at(own, f"{own}meedoen/{number}/")
    signed_in(carla)
    making = [f"/aanpak/maken/{approach.theme_id}/{step}/" for step in ("wat-er-is", "zij-zelf", "werkwijze")]
    work = [f"/aanpak/{number}/{name}/" for name in ("vertellen", "wijzigen", "terugkijken")]
    look_at(f"/aanpak/{number}/", *making, *work, "/werkwijzen/keyring/aanpassen/")
    signed_in(joost)
    look_at("/vragen/terug/", f"/vragen/{told.pk}/", f"/vragen/{told.pk}/meedoen/{number}/")


@pytest.fixture
def look_at(page, accessible, live_server):
    """Open pages one by one: usable for everybody, nothing sideways, nothing too small to touch."""

    def look(*addresses):
        wrong = {}
        for address in addresses:
            page.goto(f"{live_server.url}{address}")
            try:
                accessible(page, small_outside=MAY_BE_SMALL)
            except AssertionError as broken:
                wrong[address] = str(broken)[:300]
        assert wrong == {}

    return look


@pytest.fixture
def signed_in(page, sign_in, live_server):
    def go(user):
        cookie = sign_in(user).cookies["huis_sessie"].value
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])

    return go
