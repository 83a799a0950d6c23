"""Nobody opens a door for themselves: a role or a seat comes from a colleague."""

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base.errors import NotYours
from wijkhuis.house.people.actions import give_role
from wijkhuis.house.people.models import Role
from wijkhuis.loop.signals.access import in_group
from wijkhuis.loop.signals.actions.group import compose_group, end_seat, give_seat, renew_seat
from wijkhuis.loop.signals.models import Seat


@pytest.fixture
def group(house, carla):
    return compose_group(house, name="Signaalgroep", by=by(carla))


def test_the_manager_gives_themselves_no_role_and_no_seat(house, bas, carla, group):
    with pytest.raises(NotYours):
        give_role(bas, kind=Role.Kind.COORDINATOR, house=house, by=by(bas))
    with pytest.raises(NotYours, match="collega"):
        give_seat(group, user=bas, by=by(bas))
    assert not in_group(bas, house)

    give_seat(group, user=bas, by=by(carla))

    assert Seat.objects.get().user == bas


def test_the_manager_who_tries_it_on_the_page_reads_whom_to_ask(sign_in, bas, group):
    answer = sign_in(bas).post(reverse("signals:give_seat"), {"user": bas.pk})

    assert not Seat.objects.exists()
    assert "geen plek geven" in answer.content.decode()


def test_a_seat_that_ended_is_not_renewed_by_who_sat_in_it(bas, carla, group):
    seat = end_seat(give_seat(group, user=bas, by=by(carla)), by=by(carla))
    bas = type(bas).objects.get(pk=bas.pk)

    with pytest.raises(NotYours):
        renew_seat(seat, by=by(bas))


def test_the_coordinator_who_prepares_the_group_may_sit_in_it(carla, group):
    assert give_seat(group, user=carla, by=by(carla)).user == carla
