import pytest
from django.urls import reverse

from wijkhuis.base.accounts.tests.doors import is_in, make_person, type_password

pytestmark = pytest.mark.django_db
LANGUAGE = "/account/taal/"


@pytest.fixture
def wim(client):
    wim = make_person("Wim", needs_second_factor=False, email="wim@voorbeeld.wijkhuis.nl")
    type_password(client, wim.email)
    return wim


def test_somebody_changes_what_is_known_about_them(client, wim):
    facts = {"first_name": "Willem", "last_name": "de Wit", "function": "gastheer", "phone": "", "language": "en"}

    client.post(reverse("my_account"), facts)

    wim.refresh_from_db()
    assert (wim.full_name, wim.function, wim.language) == ("Willem de Wit", "gastheer", "en")
    assert "My account" in client.get(reverse("my_account")).content.decode()


def test_the_languages_are_named_in_dutch(client, wim):
    page = client.get(reverse("my_account")).content.decode()

    assert "Nederlands (informeel)" in page
    assert "Dutch" not in page


def test_somebody_cannot_change_their_address_or_their_lock(client, wim):
    facts = {"first_name": "Wim", "language": "nl", "email": "baas@huis.test", "needs_second_factor": "on"}

    client.post(reverse("my_account"), facts)

    wim.refresh_from_db()
    assert wim.email == "wim@voorbeeld.wijkhuis.nl"
    assert not wim.needs_second_factor


def test_staff_choose_dutch_or_english_for_themselves_and_another_language_for_a_visit(client, wim):
    client.post(LANGUAGE, {"language": "en"})
    wim.refresh_from_db()
    assert wim.language == "en"

    client.post(LANGUAGE, {"language": "tr"})
    wim.refresh_from_db()
    assert wim.language == "en"
    assert client.get(reverse("my_account"))["Content-Language"] == "tr"

    client.post(LANGUAGE, {"language": "nl"})
    assert client.get(reverse("my_account"))["Content-Language"] == "nl"


def test_a_visitor_chooses_a_language_and_can_go_back_to_dutch(client):
    door = reverse("account_login")
    assert client.get(door)["Content-Language"] == "nl"

    for language in ("ar", "nl", "en"):
        back = client.post(LANGUAGE, {"language": language, "next": door})
        assert back.url == door
        assert client.get(door)["Content-Language"] == language

    client.post(LANGUAGE, {"language": "xx"})
    assert client.get(door)["Content-Language"] == "en"


def test_choosing_a_language_leads_to_no_other_site(client):
    for evil in ("https://evil.test/", "//evil.test", "javascript:alert(1)"):
        assert client.post(LANGUAGE, {"language": "en", "next": evil}).url == "/"


def test_in_the_demo_one_button_is_enough(client, settings, wim):
    client.post(reverse("account_logout"))
    settings.DEMO = True
    assert "wim@voorbeeld.wijkhuis.nl" in client.get(reverse("account_login")).content.decode()

    client.post(reverse("demo_sign_in"), {"email": wim.email})

    assert is_in(client)


def test_in_the_demo_only_invented_people_can_be_chosen(client, settings):
    real = make_person("Ada")
    settings.DEMO = True

    page = client.post(reverse("demo_sign_in"), {"email": real.email})

    assert page.status_code == 404
    assert not is_in(client)


def test_outside_the_demo_nobody_comes_in_without_a_password(client, settings, wim):
    client.post(reverse("account_logout"))
    assert settings.DEMO is False

    page = client.post(reverse("demo_sign_in"), {"email": wim.email})

    assert page.status_code == 404
    assert not is_in(client)
    assert wim.email not in client.get(reverse("account_login")).content.decode()
