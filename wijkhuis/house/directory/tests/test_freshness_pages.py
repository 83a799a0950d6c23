"""The page about freshness, however much there is."""

from datetime import timedelta

from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.house.directory.models import Entry


def test_what_does_not_fit_on_the_page_is_on_the_next_one_or_said_in_a_number(sign_in, joost, city):
    old = clock.today() - timedelta(days=300)
    Entry.objects.bulk_create(
        Entry(name=f"Plek {number:03}", neighbourhood=city.noorderpoort, added_on=old, keeper=joost)
        for number in range(45)
    )
    browser = sign_in(joost)

    first = browser.get(reverse("directory:freshness"))
    second = browser.get(reverse("directory:freshness"), {"page": 2})

    assert "En nog 5 andere" in first.content.decode()
    assert [entry.name for group in second.context["groups"] for entry in group.entries] == [
        f"Plek {number:03}" for number in range(40, 45)
    ]
