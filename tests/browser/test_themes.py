"""The signal group in a real browser: read, touched and walked through by keyboard, by everybody."""

from datetime import date

import pytest

from tests.cast import by
from tests.chromium import DESK, MAY_BE_SMALL, PHONE
from wijkhuis.base import clock
from wijkhuis.house.neighbourhood.models import Outline
from wijkhuis.loop.signals.actions import add_pair, compose_group, give_seat, make_round, make_theme, write_note
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Proposal, Signal, Theme
from wijkhuis.loop.signals.rules.marks import quarter_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ALONE = ["Iemand eet elke avond alleen.", "Iemand eet bijna elke avond alleen thuis.", "Iemand mist gezelschap."]


@pytest.fixture
def group(house, city, carla, entries):
    house.neighbourhoods.add(city.waterkant)
    for place, (west, hood) in enumerate([(4.48, city.noorderpoort), (4.49, city.waterkant)]):
        ring = [[west, 51.92], [west + 0.01, 51.92], [west + 0.01, 51.927 + place / 500], [west, 51.93], [west, 51.92]]
        Outline.objects.create(neighbourhood=hood, shape=[[ring]])
    made = compose_group(house, name="Signaalgroep", by=by(carla))
    give_seat(made, name="Mevrouw De Wit", by=by(carla))
    give_seat(made, user=carla, is_resident=False, organisation="De Brug", by=by(carla))
    theme = make_theme(house, name="Niemand om mee te eten", signals=_said(house, city), by=by(carla))
    for name in ("Formulieren alleen op de computer", "Oppas als het avondwerk is"):
        _propose(house, name)
    return {"theme": theme.pk, "proposal": Proposal.objects.order_by("pk").first().pk}


def _said(house, city):
    last = clock.add_months(quarter_of(clock.today()), -3)
    return [
        Signal.objects.create(
            house=house,
            sentence=ALONE[number % 3],
            month=clock.add_months(last, -3 * (number % 4)),
            source=["desk", "desk", "round", "staff"][number % 4],
            neighbourhood=city.noorderpoort if number % 5 else city.waterkant,
            pool_token=pool_token(str(number)),
        )
        for number in range(25)
    ]


def _propose(house, name):
    proposal = Proposal.objects.create(house=house, kind="new", name=name, closeness=0.8, made_on=clock.today())
    for words in ("Iemand kan alleen op internet een afspraak maken.", "Iemand heeft geen computer.", *ALONE[:2]):
        said = {"house": house, "month": date(2026, 1, 1), "source": "desk"}
        proposal.signals.add(Signal.objects.create(sentence=words, **said))


@pytest.fixture
def go(live_server, page, sign_in):
    def look(address, *, user, size=PHONE):
        page.context.clear_cookies()
        cookie = sign_in(user).cookies["huis_sessie"].value
        page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])
        page.set_viewport_size(size)
        page.goto(live_server.url + address)
        return page

    return look


def test_everybody_can_read_and_touch_the_pages_of_the_group(group, carla, go, accessible):
    pages = ["themas/", "themas/tijd/", "themas/groep/", "themas/groep/lijst/", f"themas/voorstel/{group['proposal']}/"]
    theme = f"themas/{group['theme']}/"
    names = "wat-er-is naam splitsen samenvoegen eruit erbij sluiten".split()
    pages += [theme, *(f"{theme}{name}/" for name in names)]
    for address in pages:
        accessible(go(f"/{address}", user=carla), small_outside=MAY_BE_SMALL)


def test_what_exists_already_comes_by_itself(group, carla, go):
    page = go(f"/themas/{group['theme']}/", user=carla)

    page.get_by_role("link", name="Eettafel De Brug").wait_for()

    assert page.get_by_role("link", name="Kijk wat er op de kaart staat").count() == 0


def test_a_proposal_is_walked_through_by_keyboard(group, carla, go):
    page = go(f"/themas/voorstel/{group['proposal']}/", user=carla, size=DESK)

    page.keyboard.press("j")
    page.keyboard.press("Space")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert not page.evaluate("document.activeElement.checked")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    made = Theme.objects.latest("pk")
    assert made.name == "Formulieren alleen op de computer"
    assert made.signals.count() == 3


def test_a_round_fits_on_a_phone(house, carla, go, accessible):
    held = make_round(house, name="Rondje", held_on=clock.today(), starters="Hoe is het hier?", by=by(carla))
    pair, _key = add_pair(held, resident="Samira", professional="Youssef", where="", by=by(carla))
    write_note(pair, words="Overal ligt glas in het park.", by=by(carla))

    for name in ("", "samen/", "sluiten/"):
        accessible(go(f"/signalen/rondes/{held.pk}/{name}", user=carla))
    page = go(f"/signalen/rondes/{held.pk}/", user=carla)
    page.get_by_role("button", name="Maak een nieuwe link").click()
    page.get_by_role("link", name="/ronde/").wait_for()
    accessible(page)
