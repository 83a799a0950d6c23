"""The city of the benchmark can still be built, whatever the tables look like now."""

import pytest

from benchmarks.city import Size, build
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import search_entries
from wijkhuis.loop.desk.models import Question


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_a_small_city_is_built_and_answers():
    build(Size(0.0005))

    assert Question.objects.count() == 100
    assert Entry.objects.count() == 100
    assert search_entries("huurtoeslag")
