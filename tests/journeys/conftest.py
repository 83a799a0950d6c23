"""What every journey needs: people with a browser, a mail server that runs, and a clock that can be moved."""

import email
import email.policy
import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from tests.journeys.person import Person
from wijkhuis.base.messages.tests.conftest import mail_server  # noqa: F401


@pytest.fixture
def at_screen(sign_in):
    """Somebody of the house at a screen, signed in: at_screen(joost)."""
    return lambda user: Person(user=user, sign_in=sign_in)


@pytest.fixture
def visitor():
    """Somebody without an account, with a telephone or at a table."""
    return Person()


@pytest.fixture
def days_pass(monkeypatch):
    """Let it be later; whoever was signed in signs in again."""
    real, passed = timezone.now, timedelta()

    def go(days):
        nonlocal passed
        passed += timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: real() + passed)

    return go


@pytest.fixture
def post(mail_server):  # noqa: F811
    """Send what waits with the worker itself, and give the letters for one address: post("fatma@example.org")."""

    def deliver(address):
        call_command("work", "--once")
        letters = [email.message_from_string(mail["raw"], policy=email.policy.default) for mail in mail_server.taken]
        return [Letter(letter) for letter in letters if address in letter["To"]]

    return deliver


class Letter:
    """An e-mail as somebody reads it."""

    def __init__(self, letter):
        self.text = f"{letter['Subject']}\n{letter.get_body(('plain',)).get_content()}"
        self.links = re.findall(r"https?://\S+", self.text)


@pytest.fixture
def rows_with():
    """Every table that holds these words somewhere."""

    def look(words):
        with connection.cursor() as cursor:
            found = []
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'select count(*) from "{table}" t where to_jsonb(t)::text ilike %s', [f"%{words}%"])
                found += [table] if cursor.fetchone()[0] else []
            return found

    return look
