import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from wijkhuis.base.accounts.tests.doors import (
    ask_code,
    code_in_mail,
    code_of_app,
    give_app,
    is_in,
    make_person,
    type_code,
    type_password,
)

pytestmark = pytest.mark.django_db
CHOOSE = "/account/tweede-stap/"


def set_up_app(client):
    page = client.get(reverse("mfa_activate_totp"))
    return client.post(reverse("mfa_activate_totp"), {"code": code_of_app(page.context["form"].secret)})


@pytest.mark.django_db(transaction=True)
def test_who_needs_a_second_factor_sets_it_up_before_anything_else(client):
    joost = make_person()
    type_password(client, joost.email)

    assert client.get(reverse("my_account")).url == CHOOSE
    assert client.get(reverse("mfa_list_webauthn")).url == CHOOSE
    assert client.get(reverse("my_account"), headers={"HX-Request": "true"})["HX-Redirect"] == CHOOSE
    done = set_up_app(client)

    assert done.url == reverse("mfa_view_recovery_codes")
    assert client.get(done.url).status_code == 200
    assert is_in(client)
    assert "app" in mail.outbox[-1].body


def test_a_session_that_was_open_before_does_not_become_strong_by_itself(client):
    joost = make_person()
    somebody_else = Client()
    type_password(somebody_else, joost.email)
    type_password(client, joost.email)

    set_up_app(client)

    assert is_in(client)
    assert not is_in(somebody_else)
    assert somebody_else.get(CHOOSE).url == reverse("account_login")


def test_who_gets_a_role_that_asks_for_it_sets_it_up_at_the_next_page(client):
    wim = make_person("Wim", needs_second_factor=False)
    ask_code(client, wim.email)
    type_code(client, code_in_mail())
    assert is_in(client)

    wim.needs_second_factor = True
    wim.save()

    assert client.get(reverse("my_account")).url == CHOOSE


def test_the_last_second_factor_stays_with_who_needs_one(client):
    secret = give_app(joost := make_person())
    type_password(client, joost.email)
    client.post(reverse("mfa_authenticate"), {"code": code_of_app(secret)})

    page = client.post(reverse("mfa_deactivate_totp"))

    assert "Voor uw werk" in page.content.decode()
    assert Authenticator.objects.filter(user=joost, type="totp").exists()


def test_the_secret_of_the_app_is_not_readable_in_the_database():
    secret = give_app(joost := make_person())

    kept = Authenticator.objects.get(user=joost, type="totp").data

    assert secret not in str(kept)


def test_who_was_in_for_a_while_is_asked_once_more_before_changing_a_lock(client, monkeypatch):
    wim = make_person("Wim", needs_second_factor=False)
    type_password(client, wim.email)
    assert client.get(reverse("mfa_activate_totp")).status_code == 200

    monkeypatch.setattr("wijkhuis.base.accounts.sessions.JUST_NOW_SECONDS", 0)
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    page = client.post(asked.url, {"password": "een lange zin onthoud je"})

    assert page.url == reverse("mfa_activate_totp")
    assert client.get(page.url).status_code == 200


def test_who_came_in_long_ago_reads_the_codes_of_a_new_app_without_being_asked_for_one(client):
    wim = make_person("Wim", needs_second_factor=False, password=None)
    client.force_login(wim, backend=settings.AUTHENTICATION_BACKENDS[0])

    done = set_up_app(client)

    assert done.url == reverse("mfa_view_recovery_codes")
    assert "reservecodes" in client.get(done.url).content.decode()
