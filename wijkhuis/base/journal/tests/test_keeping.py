"""A journal line is never changed, and goes after five years."""

from datetime import timedelta

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import IntegrityError

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import forget_old_lines, record, record_each
from wijkhuis.base.journal.models import JournalLine


def test_a_line_is_never_changed_or_taken_away(house, joost):
    record("desk.tried", house, by=by(joost))

    for deed in (
        lambda: JournalLine.objects.update(action="desk.nothing"),
        lambda: JournalLine.objects.all()._raw_delete(JournalLine.objects.db),
    ):
        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            deed()
    assert JournalLine.objects.get().action == "desk.tried"


def test_lines_of_more_than_five_years_ago_go(house, joost):
    with clock.pretend(clock.now() - timedelta(days=6 * 366)):
        record("desk.long_ago", house, by=by(joost))
    record("desk.now", house, by=by(joost))

    assert forget_old_lines() == 1
    assert JournalLine.objects.get().action == "desk.now"


def test_thirty_people_are_thirty_lines_in_one_query(house, joost, django_assert_num_queries):
    with django_assert_num_queries(1):
        record_each("desk.question_listed", [house] * 30, by=by(joost))
    assert JournalLine.objects.count() == 30
    assert connection.vendor == "postgresql"
