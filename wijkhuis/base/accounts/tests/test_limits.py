import os
import subprocess
import sys

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from wijkhuis.base.accounts.tests.doors import PASSWORD, ask_code, give_app, is_in, make_person, type_password

pytestmark = pytest.mark.django_db
WAIT = "Wacht vijf minuten"


def test_after_five_wrong_passwords_the_right_one_waits_five_minutes(client, monkeypatch):
    wim = make_person("Wim", needs_second_factor=False)
    for _attempt in range(5):
        assert WAIT not in type_password(client, wim.email, "verkeerd").content.decode()

    page = type_password(client, wim.email)
    assert WAIT in page.content.decode()
    assert not is_in(client)

    import time

    in_a_while = time.time() + 301
    monkeypatch.setattr("allauth.core.internal.ratelimit.time.time", lambda: in_a_while)
    type_password(client, wim.email)
    assert is_in(client)


def test_a_flood_of_other_tries_does_not_wipe_the_count(client):
    wim = make_person("Wim", needs_second_factor=False)
    for _attempt in range(5):
        type_password(client, wim.email, "verkeerd")

    cache.set_many({f"try-{number}": 1 for number in range(400)})

    assert WAIT in type_password(client, wim.email).content.decode()


def test_one_address_cannot_try_many_accounts(client):
    for number in range(20):
        type_password(client, f"iemand{number}@huis.test", "verkeerd")

    assert WAIT in type_password(client, "nog-iemand@huis.test", "verkeerd").content.decode()


def test_behind_a_proxy_the_address_of_the_visitor_counts(client, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    for number in range(21):
        client.post(
            reverse("account_login"),
            {"login": f"iemand{number}@huis.test", "password": "verkeerd"},
            headers={"X-Forwarded-For": "203.0.113.9"},
        )

    other = {"X-Forwarded-For": "203.0.113.10"}
    page = client.post(reverse("account_login"), {"login": "wim@huis.test", "password": "x"}, headers=other)

    assert WAIT not in page.content.decode()


def test_the_second_step_is_limited_too(client):
    give_app(joost := make_person())
    type_password(client, joost.email)

    for _attempt in range(6):
        page = client.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert WAIT in page.content.decode()


def test_codes_by_mail_are_limited_and_the_page_says_how_long_to_wait(client):
    wim = make_person("Wim", needs_second_factor=False)
    for _attempt in range(5):
        ask_code(client, wim.email)
        client.post(reverse("account_logout"))
    sent = len(mail.outbox)

    page = ask_code(client, wim.email)

    assert WAIT in page.content.decode()
    assert len(mail.outbox) == sent


def test_too_many_requests_get_a_page_with_a_sentence(client):
    for _attempt in range(61):
        page = client.post(reverse("account_login"), {})

    assert page.status_code == 429
    assert WAIT in page.content.decode()


def test_a_known_and_an_unknown_address_get_the_same_answers(client):
    make_person("Wim", needs_second_factor=False)
    answers = []
    for address in ("wim@huis.test", "bram@huis.test"):
        wrong = type_password(client, address, "verkeerd").content.decode().replace(address, "")
        code = ask_code(client, address)
        page = client.get(code.url).content.decode().replace(address, "")
        client.post(reverse("account_logout"))
        link = client.post(reverse("account_reset_password"), {"email": address})
        answers.append([without_tokens(wrong), code.status_code, code.url, without_tokens(page), link.url])

    assert answers[0] == answers[1]
    assert len(mail.outbox) == 4


@pytest.mark.django_db(transaction=True)
def test_tries_are_counted_over_all_web_processes(client):
    wim = make_person("Wim", needs_second_factor=False)
    try_wrong = (
        "import django; django.setup()\n"
        "from django.test import Client; from django.urls import reverse\n"
        "for _ in range(5): Client().post(reverse('account_login'), {'login': 'wim@huis.test', 'password': 'verkeerd'})"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, "-c", try_wrong], env=environment, check=True, capture_output=True)

    page = type_password(client, wim.email, PASSWORD)

    assert WAIT in page.content.decode()


def without_tokens(page):
    import re

    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
