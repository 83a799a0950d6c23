"""The session ended and somebody presses a button: they come back to the page with the button, not to an empty one."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
TAKE = "/vragen/7/oppakken/"
ELSEWHERE = ["https://evil.test/vragen/7/", "http://testserver//evil.test/", "http://[", "javascript:alert(1)", ""]


def next_of(address):
    return parse_qs(urlsplit(address).query)["next"]


def test_a_page_is_where_somebody_comes_back(client):
    assert next_of(client.get("/vragen/?page=2").url) == ["/vragen/?page=2"]


def test_who_pressed_a_button_comes_back_to_the_page_with_the_button(client):
    from_page = client.post(TAKE, headers={"referer": "http://testserver/vragen/7/?q=muren"})
    asked = {"hx-request": "true", "hx-current-url": "http://testserver/vragen/7/", "referer": "http://testserver/"}
    by_part = client.post(TAKE, headers=asked)
    looked_up = client.get("/vragen/zoek/?q=muren", headers=asked)

    assert next_of(from_page.url) == ["/vragen/7/"]
    assert (by_part.status_code, next_of(by_part["HX-Redirect"])) == (204, ["/vragen/7/"])
    assert next_of(looked_up["HX-Redirect"]) == ["/vragen/7/"]


@pytest.mark.parametrize("said", ELSEWHERE)
def test_the_page_of_somebody_else_is_nowhere_to_come_back_to(client, said):
    assert next_of(client.post(TAKE, headers={"referer": said}).url) == ["/"]


def test_the_address_of_a_button_says_what_it_is_and_leads_back(sign_in, joost):
    browser = sign_in(joost)

    alone = browser.get(TAKE)
    back = browser.get(TAKE, headers={"referer": "http://testserver/vragen/7/"}).content.decode()
    again = browser.get(TAKE, headers={"referer": f"http://testserver{TAKE}"}).content.decode()

    assert (alone.status_code, alone["Allow"]) == (405, "POST")
    assert "hoort bij een knop" in alone.content.decode()
    assert 'href="/vragen/7/"' in back
    assert "Terug naar waar" not in again


def test_what_programs_are_refused_stays_as_it_is(client):
    refused = client.delete("/hsds/v3/services")

    assert refused.status_code == 405
    assert "json" in refused["Content-Type"]


def test_every_address_of_a_button_has_its_own_words_for_a_visitor_too(client):
    answer = client.get(reverse("set_language"))

    assert answer.status_code == 405
    assert "hoort bij een knop" in answer.content.decode()
