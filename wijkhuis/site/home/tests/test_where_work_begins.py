"""Who signs in comes to their own work, and finds the way back from a page for everybody."""

import pytest
from django.urls import reverse

from tests.cast import make_user
from wijkhuis.base.accounts.tests.doors import PASSWORD, code_of_app, give_app, type_password

pytestmark = pytest.mark.django_db
START = "/begin/"


def test_a_host_who_signs_in_without_a_page_in_mind_begins_at_the_desk(client, joost):
    joost.set_password(PASSWORD)
    joost.save()
    secret = give_app(joost)

    type_password(client, joost.email)
    first = client.post(reverse("mfa_authenticate"), {"code": code_of_app(secret)}, follow=True)

    assert first.request["PATH_INFO"] == reverse("desk:desk")


def test_everybody_begins_where_their_work_is(sign_in, bas, stef):
    assert sign_in(bas).get(START).url == reverse("office:office")
    assert sign_in(stef).get(START).url == reverse("steering:city")


def test_from_the_front_page_somebody_who_is_signed_in_goes_back_to_work(client, sign_in, joost):
    assert START not in client.get("/").content.decode()

    front = sign_in(joost).get("/").content.decode()

    assert f'href="{START}"' in front
    assert "Inloggen voor" not in front


def test_who_has_no_role_yet_reads_whom_to_ask_and_can_sign_out(sign_in, db):
    page = sign_in(make_user("Roos", needs_second_factor=False)).get(START, follow=True)

    assert page.request["PATH_INFO"] == reverse("my_account")
    assert "Vraag het de co" in page.content.decode()
    assert reverse("account_logout") in page.content.decode()


def test_from_a_page_that_is_not_there_staff_goes_back_to_work_and_a_visitor_to_the_front(client, sign_in, joost):
    assert 'class="nl-button nl-button--default" href="/"' in client.get("/weg/").content.decode()

    assert f'class="nl-button nl-button--default" href="{START}"' in sign_in(joost).get("/weg/").content.decode()


def test_before_signing_in_no_menu_without_anything_in_it_stands_on_a_phone(client, sign_in, joost):
    menu = "<summary>Menu</summary>"
    assert menu not in client.get(reverse("account_login")).content.decode()

    assert menu in sign_in(joost).get("/balie/").content.decode()
