import hashlib

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


def everything():
    """A checksum per table, so that one changed letter anywhere shows."""
    with connection.cursor() as cursor:
        sums = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select row_to_json(t)::text from "{table}" t order by 1')
            sums[table] = hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()
        return sums


@pytest.fixture
def joost():
    return get_user_model().objects.create(email="joost@huis.example")


def test_the_house_comes_back_from_its_copy_to_the_letter(tmp_path, joost):
    copy = tmp_path / "house.copy"
    before = everything()
    call_command("backup", copy)
    joost.email = "somebody@else.example"
    joost.save()

    call_command("restore", copy, replace=True)

    assert everything() == before


def test_a_house_with_data_is_not_overwritten_by_mistake(tmp_path, joost):
    copy = tmp_path / "house.copy"
    call_command("backup", copy)
    before = everything()

    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", copy)

    assert everything() == before


def test_half_a_copy_changes_nothing(tmp_path, joost):
    copy = tmp_path / "house.copy"
    call_command("backup", copy)
    copy.write_bytes(copy.read_bytes()[:-2000])
    before = everything()

    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("restore", copy, replace=True)

    assert everything() == before


def test_a_copy_is_for_the_eyes_of_its_maker_only(tmp_path):
    copy = tmp_path / "house.copy"

    call_command("backup", copy)

    assert copy.stat().st_mode & 0o077 == 0
