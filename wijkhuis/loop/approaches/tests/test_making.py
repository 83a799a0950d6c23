"""An approach begins with what exists, with those concerned, and with a resident owner or a date for one."""

from datetime import timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.loop.agenda.models import Concerned
from wijkhuis.loop.approaches.actions import making
from wijkhuis.loop.approaches.actions.making import Existing
from wijkhuis.loop.approaches.models import Approach, Draft

pytestmark = pytest.mark.django_db


def test_an_approach_has_a_first_step_with_a_date_and_who(approach):
    step = approach.steps.get()

    assert (step.what, step.who, step.by_on) == ("Koffie in de hal", "Rita", clock.today() + timedelta(days=3))


def test_nobody_begins_before_those_concerned_were_heard(theme, make_approach_of):
    Concerned.objects.all().delete()

    with pytest.raises(RuleBroken, match="mensen in deze situatie"):
        make_approach_of(theme)


def test_nobody_begins_before_looking_at_what_exists(theme, plan, carla):
    for existing in (Existing("", "Nieuw"), Existing("new", " "), Existing("link", "We gebruiken het")):
        with pytest.raises(RuleBroken):
            making.make_approach(theme, existing=existing, method="x", plan=plan(), by=by(carla))
    assert not Approach.objects.exists()


def test_without_a_resident_owner_there_is_a_date(theme, make_approach_of):
    with pytest.raises(RuleBroken, match="Welke bewoner"):
        make_approach_of(theme, owner_name="")

    made = make_approach_of(theme, owner_name="", owner_by_on=clock.today() + timedelta(days=14))
    assert not made.has_owner


def test_a_theme_that_was_not_taken_up_has_no_approach(theme, make_approach_of):
    theme.standing = "watched"
    theme.save()

    with pytest.raises(RuleBroken, match="op te pakken"):
        make_approach_of(theme)


def test_a_host_outside_the_group_begins_nothing(theme, plan, joost):
    with pytest.raises(NotYours):
        making.make_approach(theme, existing=Existing("new", "Nodig"), method="x", plan=plan(), by=by(joost))


def test_a_draft_keeps_what_was_typed_but_never_a_citizen_service_number(theme, carla):
    making.keep_draft(theme, answers={"plan": {"name": ["Soep"], "plan": ["BSN 111222333"]}}, by=by(carla))

    assert Draft.objects.get().answers == {"plan": {"name": ["Soep"], "plan": []}}


def test_going_through_the_four_steps_on_the_pages(theme, carla, sign_in):
    browser = sign_in(carla)
    address = f"/aanpak/maken/{theme.pk}/"
    assert browser.get(address, follow=True).redirect_chain[-1][0].endswith("wat-er-is/")
    # Nothing is said about what is there: the step comes back, and what was typed is kept.
    refused = browser.post(f"{address}wat-er-is/", {"words": "Er is niets in de avond"})
    assert refused.status_code == 422
    assert "Er is niets in de avond" in browser.get(f"{address}wat-er-is/").content.decode()

    browser.post(f"{address}wat-er-is/", {"answer": "new", "words": "Er is niets in de avond"})
    browser.post(f"{address}zij-zelf/")
    browser.post(f"{address}werkwijze/", {"own": "samen lezen"})
    today = clock.today()
    made = browser.post(
        f"{address}plan/",
        {
            "name": "Samen lezen",
            "owner_name": "Rita",
            "supported_by": carla.pk,
            "first_step": "Koffie",
            "first_step_on": today + timedelta(days=2),
            "comes_back": "Rust",
            "comes_back_on": today + timedelta(days=50),
            "is_public": "on",
        },
    )

    approach = Approach.objects.get()
    assert made.headers["Location"] == f"/aanpak/{approach.pk}/"
    assert approach.method == "samen lezen"
    assert approach.exists_already == "Er is niets in de avond"
    assert not Draft.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_what_they_say_themselves_is_written_on_the_way_and_one_goes_on_there(theme, carla, sign_in, elsewhere):
    browser = sign_in(carla)
    step = f"/aanpak/maken/{theme.pk}/zij-zelf/"
    write = f"/wijkagenda/themas/{theme.pk}/zij-zelf/?terug="
    said = {"words": "Ga met ons mee.", "heard_on": clock.today()}
    assert f"{write}{step}" in browser.get(step).content.decode()

    assert browser.post(f"{write}{step}", said).headers["Location"] == step
    assert browser.post(f"{write}{elsewhere}", said).headers["Location"] == f"/themas/{theme.pk}/"


def test_a_theme_whose_kind_nobody_knows_gets_a_few_ways_of_working(house, make_theme, carla, sign_in):
    theme = make_theme(6, name="Niemand om mee te eten", known_as="")
    theme.signals.update(sentence="Iemand eet elke avond alleen en zou graag met anderen eten.")

    page = sign_in(carla).get(f"/aanpak/maken/{theme.pk}/werkwijze/").content.decode()

    fitting, _title, rest = page.partition("Alle werkwijzen")
    assert "Samen koken: het buurtrestaurant" in fitting
    assert fitting.count('type="radio"') <= 3
    assert rest.count('type="radio"') > 35
