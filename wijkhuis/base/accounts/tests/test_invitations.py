import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base.accounts.actions import deactivate_user, invite_user
from wijkhuis.base.accounts.jobs import send_invitation
from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.tests.doors import is_in, make_person, type_password
from wijkhuis.base.errors import RuleBroken

pytestmark = pytest.mark.django_db


def send_what_waits():
    for job in ProcrastinateJob.objects.filter(task_name="accounts.send_invitation", status="todo"):
        send_invitation(**job.args)


def path_in_mail(word):
    return re.search(rf"https?://[^/\s]+(/account/{word}\S*)", mail.outbox[-1].body).group(1)


def test_an_invited_person_chooses_a_password_and_is_in(client):
    carla = make_person("Carla")

    invite_user(email="Wim@Huis.test", first_name="Wim", function="gastheer", needs_second_factor=False, by=carla)
    send_what_waits()
    assert mail.outbox[-1].to == ["wim@huis.test"]
    assert "Carla nodigt u uit" in mail.outbox[-1].body
    page = client.get(path_in_mail("wachtwoord"))
    client.post(page.url, {"password1": "een goede lange zin", "password2": "een goede lange zin"})

    assert is_in(client)
    client.post(reverse("account_logout"))
    type_password(client, "wim@huis.test", "een goede lange zin")
    assert is_in(client)


def test_the_link_of_an_invitation_works_once(client):
    invite_user(email="wim@huis.test", first_name="Wim", needs_second_factor=False, by=None)
    send_what_waits()
    link = path_in_mail("wachtwoord")
    page = client.get(link)
    client.post(page.url, {"password1": "een goede lange zin", "password2": "een goede lange zin"})
    client.post(reverse("account_logout"))

    assert "werkt niet meer" in client.get(link).content.decode()


def test_who_is_invited_again_keeps_their_account_and_may_need_more(client):
    wim = make_person("Wim", needs_second_factor=False)

    again = invite_user(email="wim@huis.test", first_name="Willem", needs_second_factor=True, by=None)

    assert again == wim
    assert again.first_name == "Wim"
    assert again.needs_second_factor
    assert not ProcrastinateJob.objects.exists()


def test_an_account_that_was_closed_starts_anew(client):
    wim = make_person("Wim", needs_second_factor=False)
    deactivate_user(wim, by=make_person("Carla"))
    assert not User.objects.get(pk=wim.pk).has_usable_password()

    invite_user(email="wim@huis.test", first_name="Wim", needs_second_factor=True, by=None)

    wim.refresh_from_db()
    assert wim.is_active
    assert ProcrastinateJob.objects.count() == 1


def test_nobody_closes_their_own_account():
    carla = make_person("Carla")

    with pytest.raises(RuleBroken):
        deactivate_user(carla, by=carla)


def test_nobody_makes_an_account_from_the_web(client):
    page = client.post("/account/geen-account/", {"email": "x@evil.test", "password1": "een lange zin hoor"})

    assert page.status_code == 403
    assert not User.objects.exists()


def test_the_invitation_comes_in_the_language_of_the_person():
    make_person("Wim", language="en")

    with translation.override("nl"):
        send_invitation(User.objects.get().pk, None)

    assert mail.outbox[-1].subject == "You are invited to the neighbourhood house"
