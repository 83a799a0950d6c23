"""A house is looked after by who may, and residents' promises are kept."""

import re

import pytest
from django.urls import reverse

from tests.cast import by, make_role
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.actions import Address, mark_failed, withdraw_messages, write_message
from wijkhuis.base.messages.models import Channel, DeadAddress
from wijkhuis.house.neighbourhood.models import City, House, OpeningHours
from wijkhuis.house.people.actions import give_role, make_household
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.actions import Wish, open_with_reason, take_down_question


def page(name, *args):
    return reverse(f"office:{name}", args=args)


@pytest.fixture
def question(house, joost):
    wish = Wish(called="Selma", way="phone", phone="0612340987")
    return take_down_question(house, words="Ik snap de brief niet", wish=wish, by=by(joost))


@pytest.mark.parametrize("name", ["office", "team", "settings", "hours"])
def test_the_manager_looks_after_the_house(sign_in, bas, name, django_assert_max_num_queries):
    browser = sign_in(bas)
    browser.get(page(name))
    with django_assert_max_num_queries(12):
        answer = browser.get(page(name))
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["office", "team", "settings", "hours", "looks", "person", "city"])
@pytest.mark.parametrize("who", ["joost", "wim", "rita", "stef"])
def test_others_stay_out_of_the_office(sign_in, request, house, who, name):
    assert sign_in(request.getfixturevalue(who)).get(page(name)).status_code == 403


def test_a_colleague_is_invited_and_gets_one_role(sign_in, bas, house, mailoutbox):
    answer = sign_in(bas).post(
        page("team"),
        {"first_name": "Lotte", "last_name": "", "email": "Lotte@huis.test", "function": "gastvrouw", "kind": "host"},
    )

    assert answer.status_code == 302
    role = Role.objects.get(user__email="lotte@huis.test")
    assert (role.house, role.kind, role.user.needs_second_factor) == (house, "host", True)


def test_nobody_gives_themselves_a_role(house, bas):
    with pytest.raises(NotYours):
        give_role(bas, kind="coordinator", house=house, by=by(bas))


def test_the_manager_of_one_house_gives_no_roles_in_another(other_house, bas, joost):
    with pytest.raises(NotYours):
        give_role(joost, kind="host", house=other_house, by=by(bas))


def test_who_leaves_passes_on_what_they_hold(sign_in, bas, joost, mina, question):
    role = Role.objects.get(user=joost)
    shown = sign_in(bas).get(page("end_role", role.pk)).content.decode()
    assert "1" in shown

    refused = sign_in(bas).post(page("end_role", role.pk))
    assert "Kies wie dit overneemt." in refused.content.decode()
    sign_in(bas).post(page("end_role", role.pk), {f"to_{question.house_id}": mina.pk})

    question.refresh_from_db()
    assert question.holder == mina


def test_who_leaves_for_good_leaves_nothing_behind_and_cannot_come_in_again(sign_in, bas, joost, mina, question, house):
    make_role(joost, Role.Kind.VOLUNTEER, house)
    browser = sign_in(bas)
    shown = browser.get(page("close_account", joost.pk)).content.decode()
    assert "1 open vraag" in shown
    assert browser.post(page("close_account", joost.pk)).status_code == 200

    browser.post(page("close_account", joost.pk), {f"to_{house.pk}": mina.pk})

    question.refresh_from_db()
    joost.refresh_from_db()
    assert question.holder == mina
    assert not joost.is_active
    assert not Role.objects.filter(user=joost, ends_on=None).exists()
    assert JournalLine.objects.filter(action="office.account_closed", about_id=joost.pk, actor=bas).exists()


def test_who_also_works_elsewhere_is_closed_by_the_administrator_only(sign_in, bas, ada, joost, other_house):
    make_role(joost, Role.Kind.HOST, other_house)

    assert sign_in(bas).post(page("close_account", joost.pk)).status_code == 403
    assert sign_in(ada).post(page("close_account", joost.pk)).status_code == 302

    joost.refresh_from_db()
    assert not joost.is_active


def test_the_coordinator_lets_somebody_else_coordinate_for_a_household(sign_in, carla, joost, mina, house):
    household = make_household(
        house, called="Gezin", coordinator=joost, agreed_with="allen", agreed_on=clock.today(), by=by(joost)
    )
    browser = sign_in(carla)
    assert "Gezin" in browser.get(page("households")).content.decode()
    assert JournalLine.objects.filter(action="people.household_listed", about_id=household.pk).exists()

    browser.post(page("change_coordinator", household.pk), {"to": mina.pk})

    household.refresh_from_db()
    assert household.coordinator == mina


def test_an_address_that_works_again_is_written_to_again(sign_in, bas, house, question):
    to = Address(Channel.EMAIL, "selma@huis.test")
    message = write_message(template="desk/follow_up", to=to, about=question, house_id=house.pk)
    mark_failed(message, why="550 5.1.1")
    assert write_message(template="desk/follow_up", to=to, about=question, house_id=house.pk) is None
    dead = DeadAddress.objects.get()
    browser = sign_in(bas)
    shown = browser.get(page("office")).content.decode()
    assert page("revive_address", dead.pk) in shown
    assert "selma" not in shown

    browser.post(page("revive_address", dead.pk))

    assert write_message(template="desk/follow_up", to=to, about=question, house_id=house.pk) is not None
    line = JournalLine.objects.get(action="office.address_revived")
    assert (line.actor, line.about_kind, line.about_id, line.house_id) == (bas, "deadaddress", dead.pk, house.pk)


def test_an_address_of_another_house_is_not_here(sign_in, bas, other_house):
    dead = DeadAddress.objects.create(channel="email", digest="1", since=clock.now(), house_id=other_house.pk)

    assert page("revive_address", dead.pk) not in sign_in(bas).get(page("office")).content.decode()
    assert sign_in(bas).post(page("revive_address", dead.pk)).status_code == 404


def test_forgetting_a_question_forgets_which_address_was_its(bas, house, question):
    message = write_message(
        template="desk/follow_up", to=Address(Channel.EMAIL, "selma@huis.test"), about=question, house_id=house.pk
    )
    mark_failed(message, why="550 5.1.1")

    withdraw_messages(about=question)

    assert DeadAddress.objects.get().about_id is None


def test_a_role_in_another_house_does_not_exist_here(sign_in, bas, nils):
    assert sign_in(bas).get(page("end_role", Role.objects.get(user=nils).pk)).status_code == 404


def test_settings_stay_within_bounds_and_lose_nothing_that_was_typed(sign_in, bas, house):
    browser = sign_in(bas)
    values = {
        "phone": "010 765 43 21",
        "welcome": "Kom binnen",
        "form_of_address": "je",
        "governance": "residents",
        "handover_days": 99,
        "follow_up_days": 10,
        "unseen_days": 7,
        "keep_months": 12,
        "numbers": "Nachtwacht 010 1",
    }
    refused = browser.post(page("settings"), values)
    assert refused.status_code == 200
    assert "Kom binnen" in refused.content.decode()

    saved = browser.post(page("settings"), values | {"handover_days": 2, "numbers": "Nachtwacht: 010 1"})

    assert saved.status_code == 302
    house.refresh_from_db()
    assert house.emergency_numbers == [{"name": "Nachtwacht", "number": "010 1"}]
    assert house.handover_days == 2


def test_a_week_is_set_and_a_day_is_closed(sign_in, bas, house):
    browser = sign_in(bas)
    browser.post(page("hours"), {"opens_2": "10:00", "closes_2": "12:30"})
    browser.post(page("closed_day"), {"on": "2030-12-25", "why": "Kerst"})

    [row] = house.places.get().opening_hours.all()
    assert (row.weekday, row.closes_at.hour) == (2, 12)
    assert house.closed_days.get().why == "Kerst"


def test_half_a_day_is_asked_back(sign_in, bas, house):
    answer = sign_in(bas).post(page("hours"), {"opens_2": "10:00"})
    assert answer.status_code == 200
    assert house.places.get().opening_hours.count() == 5


def test_the_manager_sees_who_looked_and_not_at_what(sign_in, bas, mina, question):
    open_with_reason(question, why="stands_in", by=by(mina))

    shown = sign_in(bas).get(page("looks")).content.decode()

    assert "Mina" in shown
    assert "brief" not in shown
    assert "Selma" not in shown


def test_the_coordinator_shows_and_forgets_a_person(sign_in, carla, question):
    browser = sign_in(carla)
    assert "1" in browser.post(page("person"), {"phone": "0612340987"}).content.decode()

    sent = {"found": f"{question.pk} "}
    shown = browser.post(page("everything"), sent).content.decode()
    assert "Ik snap de brief niet" in shown
    file = browser.post(page("everything"), sent | {"file": "1"})
    assert file.json()["wijkhuis"][0]["hoe we u bereiken"]["Hoe mogen we u noemen?"] == "Selma"

    browser.post(page("forget"), sent)
    question.refresh_from_db()
    assert question.words
    browser.post(page("forget"), sent | {"sure": "1"})
    question.refresh_from_db()
    assert question.words == ""


def test_a_coordinator_finds_nobody_of_another_house(sign_in, question, other_house):
    from tests.cast import make_role, make_user

    other = make_user("Olga")
    make_role(other, Role.Kind.COORDINATOR, other_house)
    browser = sign_in(other)

    browser.post(page("person"), {"phone": "0612340987"})
    assert "brief" not in browser.post(page("everything"), {"found": question.pk}).content.decode()
    browser.post(page("forget"), {"sure": "1", "found": question.pk})

    question.refresh_from_db()
    assert question.words


def test_the_administrator_builds_the_city_and_reads_no_file(sign_in, ada, city, question):
    browser = sign_in(ada)
    assert browser.post(page("new_district"), {"name": "Zuid"}).status_code == 302
    district = city.city.districts.get(name="Zuid")
    browser.post(page("new_neighbourhood"), {"district": district.pk, "name": "Kade"})
    made = browser.post(
        page("new_house"),
        {
            "name": "De Kade",
            "slug": "de-kade",
            "phone": "010 1",
            "governance": "network",
            "form_of_address": "je",
            "street": "Kade 3",
            "neighbourhoods": [district.neighbourhoods.get().pk],
        },
    )

    assert made.status_code == 302
    house = city.city.houses.get(slug="de-kade")
    assert house.places.get().street == "Kade 3"
    assert browser.get(page("city")).status_code == 200
    assert browser.get(page("person")).status_code == 403


def test_before_there_is_a_house_the_administrator_begins_where_one_is_made(sign_in, ada, db):
    browser = sign_in(ada)

    first = browser.get(reverse("home:start"), follow=True)
    assert first.request["PATH_INFO"] == page("city")
    assert "Er is nog geen huis." in first.content.decode()
    City.objects.create(name="Dijkstad")
    form = browser.get(page("new_house")).content.decode()
    assert "Opened on" not in form
    assert "Voorgoed dicht" not in form
    made = browser.post(
        page("new_house"),
        {"name": "De Eik", "phone": "010 1", "governance": "residents", "form_of_address": "u", "street": "Plein 1"},
        follow=True,
    )

    assert made.request["PATH_INFO"] == page("team")
    assert "Nodig nu een coördinator uit" in made.content.decode()
    assert House.objects.get().slug == "de-eik"


def test_a_new_house_hears_what_it_still_needs(sign_in, ada, bas, house):
    Role.objects.filter(house=house).delete()
    OpeningHours.objects.all().delete()
    house.first_holder = None
    house.save()

    lacking = sign_in(ada).get(page("office")).content.decode()
    assert "Er werkt hier nog niemand" in lacking
    assert "wanneer het huis open is" in lacking
    assert "via de website vragen" in lacking

    make_role(bas, Role.Kind.COORDINATOR, house)
    house.takes_web_questions = False
    house.save()
    OpeningHours.objects.create(place=house.places.get(), weekday=0, opens_at="09:00", closes_at="17:00")
    assert "Wat heeft dit huis nog nodig" not in sign_in(ada).get(page("office")).content.decode()


@pytest.mark.parametrize("who", ["bas", "carla", "ada"])
def test_the_office_shows_no_door_that_stays_shut(sign_in, request, house, who):
    browser = sign_in(request.getfixturevalue(who))

    doors = re.findall(r'<li><a href="(/[^"]+)"><strong>', browser.get(page("office")).content.decode())

    assert len(doors) > 5
    assert {door: browser.get(door).status_code for door in doors} == dict.fromkeys(doors, 200)
