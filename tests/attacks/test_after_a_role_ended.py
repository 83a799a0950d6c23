"""Somebody whose role ended keeps an account, a browser and a place on old lists: none of it opens a house again."""

import pytest
from django.urls import reverse

from tests.attacks.test_themes_seen_from_outside import approach_of, taken_up
from tests.cast import by, make_role
from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.house.people.models import Role
from wijkhuis.loop.approaches.actions.joining import sign_up
from wijkhuis.loop.desk.access import visible_questions
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.desk.queries.carrying import carrier
from wijkhuis.loop.signals.models import Seat, SignalGroup
from wijkhuis.site.office.actions import end_role

pytestmark = pytest.mark.django_db
CANARY, PHONE = "Kanariepiet", "0612340987"


@pytest.fixture
def question(house, joost):
    wish = Wish(called=CANARY, phone=PHONE)
    return take_down_question(house, words="Er zit schimmel in de slaapkamer.", wish=wish, by=by(joost))


def test_who_works_in_another_house_now_reads_nothing_that_still_stands_on_their_name(
    house, other_house, joost, question, sign_in
):
    Role.objects.filter(user=joost).update(ends_on=clock.today())
    make_role(joost, Role.Kind.HOST, other_house)
    joost = User.objects.get(pk=joost.pk)
    browser = sign_in(joost)

    pages = [browser.get(reverse(f"desk:{name}")).content.decode() for name in ("my_questions", "street", "day_sheet")]

    assert not visible_questions(joost).exists()
    assert not any("schimmel" in page or CANARY in page for page in pages)
    assert browser.get(reverse("desk:find"), {"q": "schimmel"}).content.decode().count(CANARY) == 0
    assert browser.get(reverse("desk:question", args=[question.pk])).status_code == 404
    assert carrier(joost, other_house).everywhere == 0


def test_a_resident_owner_who_is_owner_no_more_reads_nobody_who_joins(house, carla, rita, sign_in):
    approach = approach_of(taken_up(house, carla, 6), carla, owner=rita)
    sign_up(approach, first_name=CANARY, how_to_reach=PHONE, by=Actor(label=RESIDENT.label))
    page = reverse("approaches:approach", args=[approach.pk])
    assert PHONE in sign_in(rita).get(page).content.decode()

    end_role(Role.objects.get(user=rita), to=None, by=by(carla))

    assert PHONE not in sign_in(rita).get(page).content.decode()


def test_with_the_last_role_in_a_house_goes_the_seat_of_that_work_and_a_resident_keeps_theirs(
    house, carla, bas, pieter, rita
):
    group = SignalGroup.objects.create(house=house, name="Signaalgroep")
    year = {"starts_on": clock.today(), "ends_on": clock.add_months(clock.today(), 12)}
    works = Seat.objects.create(group=group, user=pieter, is_resident=False, **year)
    lives = Seat.objects.create(group=group, user=rita, is_resident=True, **year)

    end_role(Role.objects.get(user=pieter), to=None, by=by(bas))
    end_role(Role.objects.get(user=rita), to=None, by=by(bas))

    works.refresh_from_db()
    lives.refresh_from_db()
    assert (works.is_taken(on=clock.today()), lives.is_taken(on=clock.today())) == (False, True)
