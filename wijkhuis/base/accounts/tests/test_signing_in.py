import pytest
from django.core import mail
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


def test_a_host_comes_in_with_password_and_app(client):
    joost = make_person()
    secret = give_app(joost)

    step = type_password(client, joost.email)
    assert step.url == reverse("mfa_authenticate")
    assert not is_in(client)
    client.post(step.url, {"code": code_of_app(secret)})

    assert is_in(client)


def test_a_code_of_the_app_works_once(client):
    secret = give_app(joost := make_person())
    code = code_of_app(secret)
    type_password(client, joost.email)
    client.post(reverse("mfa_authenticate"), {"code": code})
    client.post(reverse("account_logout"))

    type_password(client, joost.email)
    client.post(reverse("mfa_authenticate"), {"code": code})

    assert not is_in(client)


def test_a_spare_code_helps_who_lost_their_phone(client):
    give_app(joost := make_person())
    type_password(client, joost.email)
    spare = joost_spare_codes(joost)

    client.post(reverse("mfa_authenticate"), {"code": spare[0]})

    assert is_in(client)
    assert len(joost_spare_codes(joost)) == len(spare) - 1


def test_a_volunteer_comes_in_with_a_code_by_mail(client):
    wim = make_person("Wim", password=None, needs_second_factor=False)

    ask_code(client, "  Wim@Huis.test ")
    assert mail.outbox[-1].to == [wim.email]
    type_code(client, code_in_mail().lower())

    assert is_in(client)


def test_a_wrong_code_works_three_times_not_at_all(client):
    wim = make_person("Wim", needs_second_factor=False)
    ask_code(client, wim.email)
    right = code_in_mail()

    for _attempt in range(3):
        page = type_code(client, "AAAA-2222", follow=True)
    assert page.status_code == 302
    type_code(client, right)

    assert not is_in(client)


def test_a_new_code_can_be_asked_for_from_the_same_page(client):
    wim = make_person("Wim", needs_second_factor=False)
    ask_code(client, wim.email)
    first = code_in_mail()

    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    second = code_in_mail()
    type_code(client, second)

    assert first != second
    assert is_in(client)


def test_somebody_whose_account_is_closed_does_not_come_in(client):
    joost = make_person(is_active=False)

    type_password(client, joost.email)
    ask_code(client, joost.email)

    assert not is_in(client)
    assert "geen account" in mail.outbox[-1].body or "kennen dit adres niet" in mail.outbox[-1].body


def test_who_comes_in_goes_where_they_were_going_but_never_to_another_site(client):
    wim = make_person("Wim", needs_second_factor=False)

    there = type_password(client, wim.email, next="/kantoor/?week=2")
    client.post(reverse("account_logout"))
    elsewhere = type_password(client, wim.email, next="https://evil.test/")
    client.post(reverse("account_logout"))
    hidden = type_password(client, wim.email, next="//evil.test/")

    assert there.url == "/kantoor/?week=2"
    assert elsewhere.url == hidden.url == reverse("home:start")


def test_somebody_sees_when_and_how_they_came_in(client):
    wim = make_person("Wim", needs_second_factor=False)
    type_password(client, wim.email)

    page = client.get(reverse("my_account")).content.decode()

    assert "met een wachtwoord" in page
    assert "127.0.0.1" in page


def joost_spare_codes(user):
    from allauth.mfa.models import Authenticator

    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
