"""Meetings on a screen and on paper, and what everybody reads of them, in a real browser: to read and to touch."""

from datetime import timedelta

import pytest

from tests.cast import by
from tests.chromium import DESK, MAY_BE_SMALL, PHONE
from wijkhuis.base import clock
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.tests.conftest import group, theme_of  # noqa: F401
from wijkhuis.loop.signals.models import Proposal, Seat, Signal

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def told(group, theme_of, rita, house):  # noqa: F811
    """A month ago the group decided on four themes; one answer is late. Tomorrow it meets again."""
    ago = clock.now() - timedelta(days=40)
    with clock.pretend(ago):
        today = clock.today()
        light, bus, litter, paper = (
            theme_of(people, name=name)
            for people, name in (
                (14, "Donker bij de bushalte"),
                (9, "Weg van huis zonder auto"),
                (6, "Zwerfvuil"),
                (5, "Oud papier"),
            )
        )
        first = actions.plan_meeting(
            group, starts_at=ago + timedelta(hours=1), chair=Seat.objects.get(name="Mo"), by=by(rita)
        )
        decide = {"meeting": first, "by": by(rita)}
        due, again = today + timedelta(days=30), today + timedelta(days=39)
        why = "De straat is van de gemeente. Wij vroegen om licht bij de halte."
        late = actions.decide_theme(
            light, standing="handed_over", why=why, handed_to="team Openbare ruimte", answer_due_on=due, **decide
        )
        actions.decide_theme(bus, standing="taken_up", why="Veel mensen lopen hier tegenaan.", **decide)
        actions.decide_theme(litter, standing="watched", why="Wij horen dit vaker.", look_again_on=again, **decide)
        actions.decide_theme(paper, standing="let_go", why="De gemeente haalt weer op.", **decide)
        task = actions.agree_task(
            first, what="Vraagt de busmaatschappij", seat=Seat.objects.get(user=rita), by_on=due, by=by(rita)
        )
        actions.write_down_concerned(
            bus, words="De bus gaat te vroeg.", heard_on=today, heard_how="bij de koffie", by=by(rita)
        )
        actions.close_meeting(first, present="Rita, Mo en Carla", notes="Er was soep.", by=by(rita))
    loose = Signal.objects.create(house=house, sentence="Iemand zoekt werk dicht bij huis.", month=today.replace(day=1))
    Proposal.objects.create(house=house, kind="new", name="Werk", made_on=today, closeness=0.8).signals.add(loose)
    merge = Proposal.objects.create(house=house, kind="merge", theme=bus, other=litter, made_on=today, closeness=0.9)
    merge.signals.set(litter.signals.all())
    shrink = Proposal.objects.create(house=house, kind="shrink", theme=bus, made_on=today, closeness=0.85)
    shrink.signals.set(bus.signals.all()[:2])
    with clock.pretend(clock.now() - timedelta(days=12)):
        # Somebody forgot to close this one.
        actions.plan_meeting(group, starts_at=clock.now() + timedelta(days=1), by=by(rita))
    coming = actions.plan_meeting(
        group,
        starts_at=clock.now() + timedelta(days=1),
        place="Grote tafel",
        chair=Seat.objects.get(user=rita),
        by=by(rita),
    )
    actions.put_point(coming, words="Wie zorgt voor de soep?", by=by(rita))
    return {
        "first": first,
        "coming": coming,
        "late": late,
        "theme": bus,
        "proposal": coming.items.get(proposal__kind="new"),
        "merge": merge,
        "task": task,
    }


@pytest.fixture
def go(live_server, page, sign_in):
    def look(address, *, user=None, size=PHONE, language="nl"):
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        if user:
            cookie = sign_in(user).cookies["huis_sessie"].value
            page.context.add_cookies([{"name": "huis_sessie", "value": cookie, "url": live_server.url}])
        page.set_viewport_size(size)
        page.goto(live_server.url + address)
        return page

    return look


def test_everybody_of_the_group_can_use_the_pages_of_a_meeting(go, accessible, told, rita):
    coming, theme = f"/wijkagenda/overleg/{told['coming'].pk}", f"/wijkagenda/themas/{told['theme'].pk}"
    first = told["coming"].items.first()
    pages = [
        "/wijkagenda/overleg/",
        "/wijkagenda/overleg/nieuw/",
        f"{coming}/",
        f"{coming}/wijzigen/",
        f"{coming}/afzeggen/",
        *(f"/wijkagenda/punten/{item.pk}/" for item in told["coming"].items.exclude(proposal=None)),
        f"/wijkagenda/afspraken/{told['task'].pk}/wijzigen/",
        f"/themas/voorstel/{told['merge'].pk}/",
        f"/themas/{told['theme'].pk}/samenvoegen/",
        "/themas/groep/lijst/",
        f"{coming}/papier/",
        f"{coming}/scherm/",
        f"{coming}/sluiten/",
        f"/wijkagenda/punten/{first.pk}/",
        f"/wijkagenda/punten/{told['proposal'].pk}/",
        f"/wijkagenda/overleg/{told['first'].pk}/verslag/",
        f"/wijkagenda/overleg/{told['first'].pk}/verslag/papier/",
        "/wijkagenda/afspraken/papier/",
        f"/themas/{told['theme'].pk}/",
        "/themas/",
        f"{theme}/besluit/",
        f"{theme}/besluit/?wat=handed_over",
        f"{theme}/zij-zelf/",
        f"/wijkagenda/besluiten/{told['late'].pk}/antwoord/",
    ]
    for address in pages:
        accessible(go(address, user=rita), small_outside=MAY_BE_SMALL)


@pytest.mark.parametrize("language", ["nl", "tr", "ar"])
def test_everybody_reads_the_neighbourhood_agenda(go, accessible, told, language):
    for address in ("", "de-brug/", "de-brug/papier/", "de-brug/papier/?maat=a3"):
        accessible(go(f"/wijkagenda/{address}", language=language), small_outside=MAY_BE_SMALL)


def test_points_change_places_by_keyboard(go, told, rita):
    page = go(f"/wijkagenda/overleg/{told['coming'].pk}/", user=rita, size=DESK)
    before = page.locator(".points__words a").all_inner_texts()

    page.locator(".points__move button[value=down]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#item-*")

    after = page.locator(".points__words a").all_inner_texts()
    assert after[:2] == [before[1], before[0]]
