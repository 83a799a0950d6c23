"""The action programme: written by the group, read by everybody, silent about what is not public."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import by
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.loop.programme import actions
from wijkhuis.loop.programme.models import Aim, ProgrammeAction
from wijkhuis.loop.programme.queries import bar_of, chapters_of
from wijkhuis.loop.signals.actions import merge_themes
from wijkhuis.loop.signals.models import Seat, SignalGroup, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def aim(city):
    return Aim.objects.create(city=city.city, name="Een gezonde wijk", place=1)


@pytest.fixture
def programme(house, carla):
    return actions.start_programme(house, name="Samen vooruit", starts_on=date(2026, 1, 1), by=by(carla))


def facts(aim, what="Elke week samen wandelen", **more):
    return {"aim": aim, "what": what, "owner_kind": "resident", "owner_name": "Rita", **more}


def theme_of(house, carla, *, people, standing="taken_up"):
    return Theme.objects.create(
        house=house, name="Geheim pad", since=date(2026, 1, 1), confirmed_by=carla, confirmed_on=date(2026, 2, 1),
        people_shown=people, standing=standing, why="Dit raakt ons allemaal.",
    )  # fmt: skip


def test_a_programme_runs_two_years_and_is_read_when_it_is_published(client, house, carla, aim, programme):
    actions.add_action(programme, facts(aim), by=by(carla))
    page = reverse("programme:house", args=[house.slug])
    assert "Samen vooruit" not in client.get(page).content.decode()

    actions.publish(programme, by=by(carla))

    assert programme.ends_on == date(2028, 1, 1)
    told = client.get(page).content.decode()
    assert "Samen vooruit" in told
    assert "Elke week samen wandelen" in told
    assert "Rita heeft de leiding (bewoner)" in told
    assert "Samen vooruit" in client.get(reverse("programme:paper", args=[house.slug])).content.decode()


def test_nothing_is_published_that_holds_no_action(programme, carla):
    with pytest.raises(RuleBroken):
        actions.publish(programme, by=by(carla))


def test_a_theme_of_fewer_than_five_stays_unsaid(client, house, carla, aim, programme):
    small = theme_of(house, carla, people=0)
    actions.add_action(programme, facts(aim, theme=small), by=by(carla))
    actions.publish(programme, by=by(carla))

    assert "Geheim pad" not in client.get(reverse("programme:house", args=[house.slug])).content.decode()

    Theme.objects.filter(pk=small.pk).update(people_shown=6)
    assert "Geheim pad" in client.get(reverse("programme:house", args=[house.slug])).content.decode()


def test_who_only_manages_the_house_does_not_learn_of_a_small_theme(sign_in, house, carla, bas, aim, programme):
    theme_of(house, carla, people=0)

    page = sign_in(bas).get(reverse("programme:add_action", args=[programme.pk]))

    assert page.status_code == 200
    assert "Geheim pad" not in page.content.decode()


def test_how_far_it_is_adds_up(programme, carla, aim):
    for number, progress in enumerate(["done", "done", "under_way", "not_yet"]):
        actions.add_action(programme, facts(aim, f"Actie {number}", progress=progress), by=by(carla))

    bar = bar_of(chapters_of(programme))

    assert [(one.progress, one.count) for one in bar] == [("done", 2), ("under_way", 1), ("not_yet", 1)]
    assert sum(one.width for one in bar) == pytest.approx(600)


def test_an_action_is_moved_corrected_and_only_taken_out_before_it_began(programme, carla, aim):
    first = actions.add_action(programme, facts(aim, "Eerst"), by=by(carla))
    second = actions.add_action(programme, facts(aim, "Dan"), by=by(carla))

    actions.move_action(second, up=True, by=by(carla))
    actions.change_action(first, {**facts(aim, "Eerst"), "progress": "under_way"}, by=by(carla))

    assert [one.what for one in chapters_of(programme)[0].actions] == ["Dan", "Eerst"]
    with pytest.raises(RuleBroken):
        actions.remove_action(ProgrammeAction.objects.get(pk=first.pk), by=by(carla))
    actions.remove_action(second, by=by(carla))
    assert programme.actions.count() == 1


def test_a_host_outside_the_group_and_somebody_of_another_house_write_nothing(
    joost, other_house, carla, programme, aim
):
    with pytest.raises(NotYours):
        actions.add_action(programme, facts(aim), by=by(joost))
    with pytest.raises(NotYours):
        actions.start_programme(other_house, name="Van een ander", starts_on=date(2026, 1, 1), by=by(carla))
    with pytest.raises(NotYours):
        actions.add_aim(aim.city, name="Van onszelf", by=by(carla))


def test_the_page_asks_as_little_however_long_it_is(client, house, carla, aim, programme):
    actions.publish(actions.add_action(programme, facts(aim), by=by(carla)).programme, by=by(carla))
    page = reverse("programme:house", args=[house.slug])

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        return len(asked)

    few = queries()
    for number in range(30):
        theme = theme_of(house, carla, people=6)
        actions.add_action(programme, facts(aim, f"Actie {number}", theme=theme), by=by(carla))
    assert queries() == few <= 12


def test_somebody_writes_a_programme_on_the_screen(sign_in, house, carla, aim):
    desk = sign_in(carla)

    made = desk.post(
        reverse("programme:programmes"),
        {"house": house.pk, "name": "Onze buurt", "foreword": "", "starts_on": "2026-12-01", "ends_on": "2028-12-01"},
    )
    page = made["Location"]
    pk = int(page.rstrip("/").rsplit("/", 1)[1])
    refused = desk.post(reverse("programme:add_action", args=[pk]), {"what": "Bankjes", "aim": aim.pk})
    added = desk.post(reverse("programme:add_action", args=[pk]), facts(aim.pk, "Bankjes", progress="not_yet"))

    assert refused.status_code == 422
    assert "Bankjes" in refused.content.decode()
    assert added.status_code == 302
    assert "Bankjes" in desk.get(page).content.decode()


def test_what_everybody_reads_names_only_who_owns_it_and_what_was_typed_stays(carla, ada, aim, programme, sign_in):
    named, browser = "Wandelen met mevrouw Jansen", sign_in(carla)
    made = actions.add_action(programme, facts(aim), by=by(carla))
    years = {"name": "Vooruit", "starts_on": "2026-01-01", "ends_on": "2028-01-01"}
    action = facts(aim.pk, progress="not_yet")
    house = {"house": programme.house_id}
    tries = [
        (reverse("programme:programmes"), {**years, **house, "foreword": named}),
        (reverse("programme:change", args=[programme.pk]), {**years, "name": named}),
        (reverse("programme:add_action", args=[programme.pk]), {**action, "what": named}),
        (reverse("programme:change_action", args=[made.pk]), {**action, "story": named}),
    ]

    answers = [browser.post(address, typed) for address, typed in tries]
    answers.append(sign_in(ada).post(reverse("programme:aims"), {"name": named}))

    for answer in answers:
        assert answer.status_code == 422
        assert "Hier lijkt te staan wie iemand is" in answer.content.decode()
        assert named in answer.content.decode()
    owner = actions.change_action(made, facts(aim, owner_name="Rita Jansen"), by=by(carla))
    assert owner.owner_name == "Rita Jansen"


def test_an_action_follows_its_theme_into_another(house, carla, aim, programme):
    taken_in, kept = (theme_of(house, carla, people=0) for _each in range(2))
    group = SignalGroup.objects.create(house=house, name="Signaalgroep")
    Seat.objects.create(group=group, user=carla, starts_on=date(2026, 1, 1))
    action = actions.add_action(programme, facts(aim, theme=taken_in), by=by(carla))

    merge_themes(kept, other=taken_in, by=by(carla))

    action.refresh_from_db()
    assert action.theme == kept
