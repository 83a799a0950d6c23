"""A page that is not there names a number too, in a city with several houses as well."""

import pytest
from django.urls import reverse

from tests.cast import make_house
from wijkhuis.house.neighbourhood.models import House

pytestmark = pytest.mark.django_db


def lost(client, path="/weg/"):
    page = client.get(path)
    assert page.status_code == 404
    return page.content.decode()


def test_in_a_city_with_a_few_houses_a_lost_visitor_reads_whom_to_call(client, house, other_house):
    House.objects.filter(pk=other_house.pk).update(phone="010 765 43 21")

    page = lost(client)

    assert "De Brug" in page
    assert 'href="tel:0101234567"' in page
    assert 'href="tel:0107654321"' in page


@pytest.mark.parametrize("path", ["/huis/de-haven/oud/", "/kiosk/de-haven/oud/", "/archief/99999/?huis=de-haven"])
def test_under_the_name_of_a_house_its_own_number_stands(client, house, other_house, path):
    House.objects.filter(pk=other_house.pk).update(phone="010 765 43 21")

    page = lost(client, path)

    assert 'href="tel:0107654321"' in page
    assert 'href="tel:0101234567"' not in page


def test_in_a_large_city_the_front_page_tells_the_numbers(client, city, house):
    for number in range(6):
        make_house(city, f"Huis {number}", f"huis-{number}", neighbourhood=city.waterkant)

    page = lost(client)

    assert "tel:" not in page
    assert "Op de voorpagina staat elk huis met zijn nummer." in page
    assert 'href="/"' in page


def test_who_guessed_too_often_reads_the_number_of_the_house_they_chose(client, city, house):
    for number in range(6):
        make_house(city, f"Huis {number}", f"huis-{number}", neighbourhood=city.waterkant)

    tries = [client.post(reverse("desk:mine_code"), {"house": house.pk, "code": "ZZZZZ2"}) for _try in range(6)]

    assert tries[-1].status_code == 429
    assert 'href="tel:0101234567"' in tries[-1].content.decode()


def test_before_there_is_a_house_nobody_is_sent_to_its_number(client):
    assert "met zijn nummer" not in lost(client)


def test_a_strange_address_is_only_not_found(client, house, other_house):
    assert 'href="tel:' in lost(client, "/weg/%00/" + "x" * 300 + "/?huis=%00")
