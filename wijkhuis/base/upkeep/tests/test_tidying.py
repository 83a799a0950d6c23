"""What was forgotten leaves the tables and the indexes of the database too."""

import pytest
from django.db import connection

from wijkhuis.base.accounts.models import User
from wijkhuis.base.upkeep.tidying import sweep


def dead_rows(table):
    with connection.cursor() as cursor:
        cursor.execute("create extension if not exists pgstattuple")
        cursor.execute("select dead_tuple_count from pgstattuple(%s)", [table])
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_a_deleted_row_is_really_gone_after_sweeping():
    user = User.objects.create_user("kanarie@huis.test", first_name="Kanarie")
    user.delete()
    assert dead_rows("accounts_user") > 0

    sweep()

    assert dead_rows("accounts_user") == 0
