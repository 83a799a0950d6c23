"""Who may open what: role x page x method x own house, other house, not assigned, signed out.

Generated from the address book of the site: an address without a row fails, and so does a row without an address.
"""

import re
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.authorisation.account import ACCOUNT
from tests.authorisation.rows import ROWS
from tests.authorisation.scene import CANARY

LOOKED_AT = (
    "agenda_",
    "approaches_",
    "desk_",
    "people_",
    "directory_",
    "fieldwork_",
    "library_",
    "partners_",
    "neighbourhood_",
    "signals_",
)
# What a look itself leaves behind; a refused look leaves it too.
TRACES = {"desk_opening"}
WRITES = re.compile(rf'\b(?:insert into|update|delete from|truncate)\s+(?:only\s+)?"?(?:{"|".join(LOOKED_AT)})', re.I)
MAY = {"ok", "open"}


def addresses(resolver=None, space=""):
    """The names of all addresses, with the name of their room."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}"


def test_every_address_has_a_row_and_every_row_an_address():
    known = set(ROWS) | ACCOUNT
    assert set(addresses()) == known


def batches(names, size=30):
    """The rows in handfuls: making the scene costs more than a dozen rows."""
    return [names[at : at + size] for at in range(0, len(names), size)]


@pytest.mark.django_db
@pytest.mark.parametrize("names", batches(sorted(ROWS)), ids=lambda names: f"{names[0]}-{names[-1]}")
def test_only_who_may_opens_it(names, scene, sign_in):
    cookies = {who: cookies_of(user, sign_in) for who, user in scene.people.items()}
    before = snapshot()
    wrong = {}
    for name in names:
        for method in ("get", "post"):
            for who, user in scene.people.items():
                expected, row = ROWS[name].expects(who, method), ROWS[name]
                with transaction.atomic(), watch() as written:
                    url = reverse(name, kwargs={key: find(scene) for key, find in row.place.items()})
                    seen = outcome(visit(user, cookies[who], method, url, row.sends(scene)))
                    changed = expected not in MAY and bool(written) and snapshot() != before
                    transaction.set_rollback(True)
                if not fits(expected, seen, changed):
                    change = " and a change" if changed else ""
                    wrong[f"{name}: {method} {who}"] = f"expected {expected}, saw {seen}{change}"
    assert not wrong, "\n".join(f"{cell}: {words}" for cell, words in wrong.items())


@pytest.mark.django_db
def test_a_change_of_one_record_is_seen(scene):
    before = snapshot()
    with watch() as written:
        list(type(scene.question).objects.select_for_update())
        assert not written

        type(scene.question).objects.filter(pk=scene.question.pk).update(next_step="Iets anders")
    assert written
    assert snapshot() != before


def cookies_of(user, sign_in):
    """What the browser of somebody who signed in keeps; of nobody nothing."""
    if user is None:
        return ""
    browser = sign_in(user, browser=Client())
    # The first page notes that somebody came in; no other page has to write it again.
    browser.get("/")
    return browser.cookies.output(header="", sep=";")


def visit(user, cookies, method, url, data):
    browser = Client(raise_request_exception=True)
    browser.cookies.load(cookies)
    if user is not None:
        forget_what_was_asked_before(user)
    return getattr(browser, method)(url, data if method == "post" else None)


@contextmanager
def watch():
    """The statements that wrote in a table of a person; only after one of those there is something to compare."""
    written = []

    def look(execute, sql, *more):
        if WRITES.search(sql):
            written.append(sql)
        return execute(sql, *more)

    with connection.execute_wrapper(look):
        yield written


def forget_what_was_asked_before(user):
    """A person in a test lives longer than a request."""
    for name in ("_roles_today", "_seats_today", "_professional"):
        if hasattr(user, name):
            delattr(user, name)


def outcome(answer):
    """What somebody saw, in one word, and whether the canary was on it."""
    body = b"" if answer.streaming else answer.content
    canary = CANARY in body.decode("utf-8", "replace") or CANARY in str(answer.headers)
    to_the_door = answer.status_code == 302 and answer.headers["Location"].startswith(reverse(settings.LOGIN_URL))
    words = {403: "no", 404: "gone", 405: "method", 400: "ok", 409: "ok", 422: "ok", 429: "ok", 503: "ok"}
    word = "door" if to_the_door else words.get(answer.status_code, "ok" if answer.status_code < 400 else "broken")
    return f"{word}+canary" if canary else word


def fits(expected, seen, changed):
    """'ok' may show and change; 'open' shows a page without the person; everything else shows and changes nothing."""
    if expected == "ok":
        return seen in {"ok", "ok+canary"}
    if expected == "open":
        return seen == "ok"
    if expected == "blank":
        return seen == "ok" and not changed
    return seen == expected and not changed


def snapshot():
    """A fingerprint of everything a page could change, in one query."""
    # Looking moves the moment of the last look, and that is meant.
    row = "(to_jsonb(t) - 'looked_at')::text"
    with connection.cursor() as cursor:
        tables = [
            table
            for table in connection.introspection.table_names(cursor)
            if table.startswith(LOOKED_AT) and table not in TRACES
        ]
        prints = [
            f"select '{table}', md5(string_agg({row}, $$|$$ order by {row})) from \"{table}\" t" for table in tables
        ]
        cursor.execute(" union all ".join(prints))
        return sorted(cursor.fetchall())
