"""The pages of the group ask little of the database, however much there is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.signals.models import Seat

pytestmark = pytest.mark.django_db
MOST = 12


@pytest.fixture
def much(group, rita, theme_of):
    """Twelve earlier meetings, ten themes with decisions, tasks and voices of those concerned, and a long agenda."""
    seat = Seat.objects.get(user=rita)
    themes = [theme_of(5, name=f"Thema {number}") for number in range(10)]
    for number in range(12):
        with clock.pretend(clock.now() - timedelta(days=20 * (12 - number))):
            soon = clock.now() + timedelta(hours=1)
            held = actions.plan_meeting(group, starts_at=soon, chair=seat, by=by(rita))
            for theme in themes[:4]:
                actions.decide_theme(theme, standing="let_go", why="Het is er al.", meeting=held, by=by(rita))
                actions.write_down_concerned(theme, words="Het helpt.", heard_on=clock.today(), by=by(rita))
                facts = {"seat": seat, "theme": theme, "by_on": clock.today() + timedelta(days=90)}
                actions.agree_task(held, what="Belt", by=by(rita), **facts)
            actions.close_meeting(held, by=by(rita))
    coming = actions.plan_meeting(group, starts_at=clock.now() + timedelta(days=3), chair=seat, by=by(rita))
    for number in range(6):
        actions.put_point(coming, words=f"Punt {number}", by=by(rita))
    return coming


def test_a_page_of_the_group_asks_little_however_much_there_is(client, sign_in, much, rita):
    sign_in(rita).get("/wijkagenda/overleg/")
    held, item = Meeting.objects.first(), much.items.filter(theme__isnull=False).first()
    theme = held.decisions.first().theme
    counted = {}
    for page in (
        "/wijkagenda/overleg/",
        "/wijkagenda/overleg/nieuw/",
        f"/wijkagenda/overleg/{much.pk}/",
        f"/wijkagenda/overleg/{much.pk}/papier/",
        f"/wijkagenda/overleg/{much.pk}/scherm/",
        f"/wijkagenda/overleg/{much.pk}/sluiten/",
        f"/wijkagenda/overleg/{held.pk}/verslag/",
        f"/wijkagenda/punten/{item.pk}/",
        f"/wijkagenda/themas/{theme.pk}/besluit/?wat=watched",
        f"/wijkagenda/themas/{theme.pk}/zij-zelf/",
        "/wijkagenda/afspraken/papier/",
    ):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200, page
        counted[page] = len(asked)
    assert {page: number for page, number in counted.items() if number > MOST} == {}
