"""A house that begins reads what to do first, and not that its search found nobody."""

import pytest
from django.urls import reverse

from wijkhuis.house.partners.models import Professional

pytestmark = pytest.mark.django_db


def test_an_empty_book_says_where_to_begin_and_a_search_in_it_what_else_to_try(sign_in, carla, house):
    Professional.objects.all().delete()
    browser = sign_in(carla)

    begins = browser.get(reverse("partners:faces")).content.decode()
    narrowed = browser.get(reverse("partners:faces"), {"q": "schulden"}).content.decode()

    assert "Begin met de partners van dit huis" in begins
    assert "Hier past nog niemand bij" in narrowed
