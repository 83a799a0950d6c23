"""From fourteen signals to a theme that everybody may read, and a theme that stays under five."""

from datetime import date

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.signals.actions import decide, make_theme
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Proposal, Signal, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def fourteen(house):
    """Nine people said it fourteen times; the computer thinks it belongs together."""
    said = [
        Signal.objects.create(
            house=house,
            sentence=f"Iemand eet alleen, ({number}).",
            month=date(2026, 3, 1),
            source="desk",
            pool_token=pool_token(f"buur {number % 9}"),
        )
        for number in range(14)
    ]
    proposal = Proposal.objects.create(house=house, kind="new", name="Samen eten", made_on=clock.today(), closeness=0.9)
    proposal.signals.set(said)
    return proposal


def test_fourteen_signals_of_nine_people_become_a_theme_that_everybody_may_know(
    house, carla, joost, rita, stef, fourteen, at_screen, visitor
):
    # Given: Carla makes a group and gives Rita, who lives here, a seat.
    desk = at_screen(carla).open("/themas/groep/").press("Keep this", name="Signaalgroep De Brug")
    desk.press("Give the seat", user=str(rita.pk), is_resident="on", chairs="on")

    # When: Rita finds what waits, reads the sentences and says yes under a name of her own.
    resident = at_screen(rita).open("/themas/")
    assert "Samen eten" in resident.page.text
    resident.open(f"/themas/voorstel/{fourteen.pk}/").press("Yes, these belong together", name="Niet alleen eten")
    theme = Theme.objects.get()
    resident.open(f"/themas/{theme.pk}/")

    # Then: the group reads the sentences; nobody is counted twice.
    assert "at least 9 people" in resident.page.text.lower() or "minstens 9 mensen" in resident.page.text.lower()
    assert "Iemand eet alleen" in resident.page.text

    # And: Joost, outside the group, reads the name and the nine; the city nothing yet.
    host = at_screen(joost).open(f"/themas/{theme.pk}/")
    assert "Niet alleen eten" in host.page.text
    assert "Iemand eet alleen" not in host.page.text
    assert "Niet alleen eten" not in at_screen(stef).open("/stad/").page.text

    # When the house decides, everybody may know: the city reads it with a number and without a sentence.
    decide(theme, standing="taken_up", why="Samen eten kan hier.", on=clock.today(), by=by(carla))
    city = at_screen(stef).open("/stad/")
    assert "Niet alleen eten" in city.page.text
    assert "Iemand eet alleen" not in city.page.text
    assert "Niet alleen eten" in visitor.open("/wijkagenda/de-brug/").page.text


def test_a_theme_that_stays_under_five_is_seen_by_nobody_outside(
    house, carla, joost, bas, stef, at_screen, visitor, sign_in
):
    few = [
        Signal.objects.create(
            house=house, sentence="Iemand zoekt een hondenveld.", month=date(2026, 3, 1), source="desk", pool_token=who
        )
        for who in map(pool_token, "abcdabcd")
    ]
    theme = make_theme(house, name="Hondenveld", signals=few, by=by(carla))
    decide(theme, standing="watched", why="We wachten af.", on=clock.today(), by=by(carla))

    for user in (joost, bas):
        assert sign_in(user).get(f"/themas/{theme.pk}/").status_code == 404
        assert "Hondenveld" not in at_screen(user).open("/themas/").page.text
    assert "Hondenveld" not in at_screen(stef).open("/stad/").page.text
    assert "Hondenveld" not in visitor.open("/wijkagenda/de-brug/").page.text

    # The group reads sentences, no number; the picture and the file leave it out.
    group = at_screen(carla).open(f"/themas/{theme.pk}/")
    assert "Iemand zoekt een hondenveld." in group.page.text
    assert "Hondenveld" not in at_screen(carla).open("/themas/tijd/").page.text
    assert b"Hondenveld" not in sign_in(carla).get("/themas/lijst.csv").getvalue()


def test_a_name_that_looks_like_a_formula_is_text_in_the_file(house, carla, sign_in):
    said = [
        Signal.objects.create(house=house, sentence="x", month=date(2026, 3, 1), source="desk", pool_token=who)
        for who in map(pool_token, "abcdef")
    ]
    make_theme(house, name="=HYPERLINK(1)", signals=said, by=by(carla))

    assert b"'=HYPERLINK(1)" in sign_in(carla).get("/themas/lijst.csv").getvalue()
