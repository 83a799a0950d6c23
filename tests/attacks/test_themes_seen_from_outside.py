"""Somebody outside the signal group looks for a theme of fewer than five people on every page they may open."""

from datetime import date, timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.people.models import Role
from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.approaches.actions.making import Existing, Plan, make_approach
from wijkhuis.loop.approaches.queries.exists import approaches_like
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.programme.actions import add_action, start_programme
from wijkhuis.loop.programme.models import Aim
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Listener, Signal, Theme

pytestmark = pytest.mark.django_db
SECRET = "Hondenveld"


def signals_of(house, people, *, name=SECRET, month=date(2026, 3, 1)):
    facts = {"house": house, "sentence": f"Iemand mist iets: {name}.", "month": month, "source": "desk"}
    return [Signal.objects.create(pool_token=pool_token(f"{name}{one}"), **facts) for one in people]


def taken_up(house, carla, people, *, name=SECRET, known_as=""):
    """A theme of so many people that the group took up, after listening to those concerned."""
    theme = actions.make_theme(
        house, name=name, signals=signals_of(house, range(people), name=name), known_as=known_as, by=by(carla)
    )
    actions.decide(theme, standing="taken_up", why=f"Zo is {name}.", on=clock.today(), by=by(carla))
    Concerned.objects.create(theme=theme, words="Wij willen dat zelf ook.", heard_on=clock.today())
    theme.refresh_from_db()
    return theme


def approach_of(theme, carla, *, supported_by=None, **facts):
    today = clock.today()
    plan = Plan(
        name=f"Samen naar het {theme.name}",
        owner_name="Rita",
        supported_by=supported_by or carla,
        first_step="Koffie",
        first_step_on=today + timedelta(days=3),
        comes_back="Meer praatjes",
        comes_back_on=today + timedelta(days=60),
        **facts,
    )
    return make_approach(theme, existing=Existing("new", "Er is niets."), method="eten", plan=plan, by=by(carla))


def asker_of(theme, house, joost):
    wish = Wish(called="Aylin", way="email", email="aylin@post.example")
    question = take_down_question(house, words="Waar mag mijn hond los?", wish=wish, by=by(joost))
    Listener.objects.create(question=question, signal=theme.signals.order_by("pk").first())
    return question


def test_the_manager_who_writes_the_programme_reads_no_theme_under_five(house, carla, bas, sign_in):
    theme = taken_up(house, carla, 4)
    approach = approach_of(theme, carla)
    programme = start_programme(house, name="Twee jaar", starts_on=date(2026, 1, 1), by=by(carla))
    aim = Aim.objects.create(city=house.city, name="Een fijne wijk")
    facts = {"aim": aim, "what": "Wandelen", "owner_kind": "resident", "owner_name": "Rita"}
    action = add_action(programme, facts | {"theme": theme, "approach": approach}, by=by(carla))

    page = sign_in(bas).get(f"/actieprogramma/schrijven/{programme.pk}/").content.decode()
    form = sign_in(bas).get(f"/actieprogramma/acties/{action.pk}/").content.decode()

    assert SECRET not in page
    assert SECRET not in form
    assert SECRET in sign_in(carla).get(f"/actieprogramma/schrijven/{programme.pk}/").content.decode()


def test_what_the_group_tied_to_an_action_stays_when_the_manager_changes_it(house, carla, bas, sign_in):
    theme = taken_up(house, carla, 4)
    programme = start_programme(house, name="Twee jaar", starts_on=date(2026, 1, 1), by=by(carla))
    aim = Aim.objects.create(city=house.city, name="Een fijne wijk")
    facts = {"aim": aim, "what": "Wandelen", "owner_kind": "resident", "owner_name": "Rita", "theme": theme}
    action = add_action(programme, facts, by=by(carla))

    typed = {"what": "Wandelen", "aim": aim.pk, "owner_kind": "resident", "owner_name": "Rita", "progress": "done"}
    answer = sign_in(bas).post(f"/actieprogramma/acties/{action.pk}/", typed)

    action.refresh_from_db()
    assert (answer.status_code, action.progress, action.theme) == (302, "done", theme)


def test_who_supports_an_approach_outside_the_group_is_not_told_how_few_there_are(house, carla, joost, sign_in):
    pages = []
    for people, is_public in ((4, True), (6, False)):
        theme = taken_up(house, carla, people, name=f"Hond{people}")
        approach = approach_of(theme, carla, supported_by=joost, is_public=is_public)
        page = sign_in(joost).get(f"/aanpak/{approach.pk}/").content.decode()
        reads = page.partition("<dt>Wie leest dit")[2].partition("</dd>")[0]
        pages.append(reads)

    assert pages[0] == pages[1]
    assert "vijf" not in pages[0]


def test_who_asked_cannot_tell_few_people_from_an_approach_that_is_not_public(house, carla, joost, client):
    pages = []
    for people, is_public in ((4, True), (6, False)):
        theme = taken_up(house, carla, people, name=f"Hond{people}")
        approach_of(theme, carla, is_public=is_public)
        question = asker_of(theme, house, joost)
        page = client.get(f"/mijn/{question.link_token}/").content.decode()
        pages.append(page.partition('class="came-of-it"')[2].partition("</section>")[0])

    assert pages[0] == pages[1]
    assert pages[0]


def test_the_desk_outside_the_group_does_not_hear_that_something_hidden_began(house, carla, joost, sign_in):
    theme = taken_up(house, carla, 4)
    question = asker_of(theme, house, joost)
    before = sign_in(joost).get(f"/vragen/{question.pk}/").content.decode()
    approach_of(theme, carla)
    after = sign_in(joost).get(f"/vragen/{question.pk}/").content.decode()

    assert "came-of-it" not in before
    assert "came-of-it" not in after


def test_the_month_it_began_does_not_move_when_the_number_does_not(house, carla):
    theme = taken_up(house, carla, 6)
    actions.join_theme(theme, signals=signals_of(house, ["a"], month=date(2025, 12, 1)), by=by(carla))
    theme.refresh_from_db()
    assert (theme.people_shown, theme.since) == (6, date(2026, 3, 1))

    actions.join_theme(theme, signals=signals_of(house, "bcde"), by=by(carla))
    theme.refresh_from_db()
    assert (theme.people_shown, theme.since) == (11, date(2025, 12, 1))


def test_another_house_is_offered_public_approaches_only(house, other_house, carla, nils):
    kept = taken_up(house, carla, 6, known_as="honden")
    approach_of(kept, carla)
    Theme.objects.filter(pk=kept.pk).update(standing=Theme.Standing.OPEN)
    elsewhere = Theme.objects.create(
        house=other_house, name="Ook", known_as="honden", since=date(2026, 3, 1), confirmed_on=clock.today()
    )

    assert approaches_like(elsewhere) == []


def test_a_theme_that_is_told_outside_is_not_split_so_that_it_vanishes(house, carla, joost, client):
    theme = taken_up(house, carla, 6)
    before = client.get("/wijkagenda/de-brug/").content
    some = list(theme.signals.all())

    with pytest.raises(RuleBroken):
        actions.split_theme(theme, signals=some[:3], name="De helft", by=by(carla))

    assert client.get("/wijkagenda/de-brug/").content.count(SECRET.encode()) == before.count(SECRET.encode()) > 0
    assert Theme.objects.count() == 1


def test_a_theme_nobody_outside_knows_may_be_split_as_the_group_likes(house, carla):
    theme = taken_up(house, carla, 4)
    some = list(theme.signals.all())

    other = actions.split_theme(theme, signals=some[:2], name="De helft", by=by(carla))

    assert (other.people_shown, Role.objects.filter(house=house).count() > 0) == (0, True)


@pytest.mark.parametrize("hidden_takes_in", [True, False])
@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_a_merge_never_tells_how_few_stood_behind_the_hidden_theme(house, carla, few, hidden_takes_in):
    hidden = taken_up(house, carla, few)
    known = taken_up(house, carla, 7, name="De bus")
    theme, other = (hidden, known) if hidden_takes_in else (known, hidden)

    merged = actions.merge_themes(theme, other=other, name="De bus", by=by(carla))

    # Yesterday everybody read seven: eight today would be one who came with the other.
    assert merged.people_shown == 7
