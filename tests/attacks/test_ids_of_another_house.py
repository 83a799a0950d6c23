"""Who knows an id of another house writes it in a form: nothing of that house changes or comes along."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.authorisation.scene import scene  # noqa: F401
from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.agenda.actions import plan_meeting
from wijkhuis.loop.agenda.models import Task
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.programme.models import ProgrammeAction
from wijkhuis.loop.signals.actions import add_pair, compose_group, give_seat, make_round, make_theme, write_note
from wijkhuis.loop.signals.models import RoundNote, Seat, Signal, Theme

pytestmark = pytest.mark.django_db
LATER = (clock.today() + timedelta(days=20)).isoformat()


@pytest.fixture
def elsewhere(scene, other_house, nils):  # noqa: F811
    """De Haven: a theme, a loose signal, a seat, a meeting and a round with a note."""
    olga = scene.people["other_coordinator"]
    group = compose_group(other_house, name="Groep De Haven", by=by(olga))
    facts = {
        "house": other_house,
        "sentence": "Iemand mist licht.",
        "month": clock.today().replace(day=1),
        "source": "desk",
    }
    theme = make_theme(other_house, name="Licht", signals=[Signal.objects.create(**facts)], by=by(olga))
    held = make_round(other_house, name="Rondje Haven", held_on=clock.today(), by=by(nils))
    pair, _key = add_pair(held, resident="Anna", professional="Wil", by=by(nils))
    scene.theirs = {
        "theme": theme,
        "signal": Signal.objects.create(**facts),
        "seat": give_seat(group, name="Anna", by=by(olga)),
        "meeting": plan_meeting(group, starts_at=clock.now() + timedelta(days=2), by=by(olga)),
        "pair": pair,
        "note": write_note(pair, words="Geen licht bij de haven.", by=by(nils)),
        "user": nils,
    }
    return scene.theirs


def test_ids_of_another_house_are_refused_in_every_form(scene, elsewhere, sign_in):  # noqa: F811
    carla = sign_in(scene.people["coordinator"])
    theirs = {name: one.pk for name, one in elsewhere.items()}
    action = {"what": "x", "aim": scene.aim.pk, "owner_kind": "resident", "owner_name": "Mo", "progress": "not_yet"}
    plan = {"name": "x", "owner_name": "Mo", "first_step": "x", "first_step_on": LATER, "comes_back": "x"}
    before = {model: model.objects.count() for model in (Task, Approach, ProgrammeAction, RoundNote, Seat, Theme)}
    tries = [
        ("agenda:add_task", scene.meeting.pk, {"what": "x", "seat": theirs["seat"], "by_on": LATER}),
        ("agenda:change_meeting", scene.meeting.pk, {"on": LATER, "at": "10:00", "chair": theirs["seat"]}),
        ("agenda:put_theme", theirs["theme"], {}),
        ("agenda:put_point", theirs["meeting"], {"words": "x"}),
        ("agenda:concerned", theirs["theme"], {"words": "Wij ook.", "heard_on": clock.today().isoformat()}),
        ("signals:merge", scene.theme.pk, {"other": theirs["theme"]}),
        ("signals:split", scene.theme.pk, {"name": "x", "signals": [theirs["signal"]]}),
        ("signals:bring_in", scene.theme.pk, {"signals": [theirs["signal"]]}),
        ("signals:proposal", scene.proposal.pk, {"do": "yes", "name": "x", "signals": [theirs["signal"]]}),
        ("signals:give_seat", None, {"user": theirs["user"]}),
        ("signals:end_seat", theirs["seat"], {}),
        ("signals:together", scene.round.pk, {"note": theirs["note"], "sentence": "Iemand mist licht."}),
        ("signals:together", scene.round.pk, {"do": "note", "pair": theirs["pair"], "words": "x"}),
        ("signals:new_link", theirs["pair"], {}),
        ("programme:add_action", scene.programme.pk, action | {"theme": theirs["theme"]}),
        ("approaches:change", scene.approach.pk, plan | {"comes_back_on": LATER, "supported_by": theirs["user"]}),
        ("approaches:change", scene.approach.pk, plan | {"comes_back_on": LATER, "owner": theirs["user"]}),
    ]
    for name, pk, typed in tries:
        answer = carla.post(reverse(name, args=[pk] if pk else []), typed)
        assert answer.status_code in (302, 403, 404, 422), (name, answer.status_code)

    assert {model: model.objects.count() for model in before} == before
    scene.meeting.refresh_from_db()
    scene.approach.refresh_from_db()
    elsewhere["signal"].refresh_from_db()
    elsewhere["seat"].refresh_from_db()
    assert (scene.meeting.chair_id or 0) != theirs["seat"]
    assert theirs["user"] not in (scene.approach.supported_by_id, scene.approach.owner_id)
    assert elsewhere["signal"].theme_id is None
    assert elsewhere["seat"].ends_on > clock.today()
    assert not Signal.objects.filter(house=scene.house, source="round").exists()


def test_a_point_of_another_meeting_decides_nothing_there(scene, elsewhere, sign_in):  # noqa: F811
    carla = sign_in(scene.people["coordinator"])
    point = elsewhere["meeting"].items.create(theme=elsewhere["theme"])

    address = reverse("agenda:decide", args=[scene.agenda_theme.pk])
    answer = carla.post(f"{address}?wat=let_go&punt={point.pk}", {"why": "Zo is het."})

    assert answer.status_code == 404
    assert not elsewhere["meeting"].decisions.exists()
