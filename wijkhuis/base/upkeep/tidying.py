"""Sweeping up what was deleted: a row that is gone still lies in table and index until the database vacuums."""

from django.db import connection


def sweep() -> None:
    """Vacuum every table, so that forgotten words leave the files of the database too; not inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("vacuum (analyze, skip_locked)")
