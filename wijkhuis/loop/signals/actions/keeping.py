"""What the night does: who stood behind old signals is let go, and their order is mixed."""

from datetime import date

from django.db import connection, transaction

from wijkhuis.base import clock
from wijkhuis.loop.signals.models import Pair, Signal

KEPT_MONTHS = 12


@transaction.atomic
def let_go_of_old_tokens(*, on: date) -> int:
    """Empty the tokens of signals that stood alone for a year: nobody can count their people any more; how many."""
    oldest = clock.add_months(on, -KEPT_MONTHS)
    return Signal.objects.filter(theme=None, month__lt=oldest).exclude(pool_token="").update(pool_token="")


def forget_old_pairs(*, on: date) -> None:
    """Delete the names of who went out together, a year after their round closed."""
    Pair.objects.filter(round__closed_on__lt=clock.add_months(on, -KEPT_MONTHS)).delete()


def lay_in_random_order() -> None:
    """Lay the signals on the disk in the order of their random ids, so that no file tells which came after which."""
    with connection.cursor() as cursor:
        cursor.execute("CLUSTER signals_signal USING signals_signal_pkey")
