"""A face gets an account, or belongs to one, so that a partner is asked in their own list."""

import pytest
from django.urls import reverse

from tests.cast import by, make_user
from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.models import Message
from wijkhuis.house.partners import actions
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.house.people.models import Role


def address(name, record):
    return reverse(f"partners:{name}", args=[record.pk])


def test_the_coordinator_invites_somebody_of_a_partner(sign_in, carla, fatma, house):
    browser = sign_in(carla)
    page = browser.get(address("account", fatma)).content.decode()
    assert "fatma@woonstad.test" in page
    assert "Iemand die hier nog geen account heeft" in page

    browser.post(address("account", fatma), {"email": "Fatma@Woonstad.test"})

    fatma.refresh_from_db()
    assert (fatma.user.email, fatma.user.first_name) == ("fatma@woonstad.test", "Fatma")
    assert fatma.user.needs_second_factor
    assert Role.objects.get(user=fatma.user).kind == Role.Kind.PROFESSIONAL
    assert JournalLine.objects.filter(action="partners.account_given", actor=carla, about_id=fatma.pk).exists()


def test_with_the_account_they_keep_their_own_face_and_days(sign_in, client, carla, joost, fatma, house):
    actions.give_account(fatma, house=house, email=fatma.email, by=by(carla))
    fatma.refresh_from_db()
    browser = sign_in(fatma.user)

    facts = {"first_name": "Fatma", "function": "woonconsulent", "ask_me_about": "schimmel en huur"}
    assert browser.post(address("change", fatma), facts).status_code == 302
    assert browser.post(address("week", fatma), {"starts_at_1": "09:00", "ends_at_1": "12:30"}).status_code == 302
    assert browser.get(reverse("desk:offered")).status_code == 200


def test_a_colleague_who_signs_in_already_is_chosen_by_name(sign_in, carla, wim, fatma):
    users, messages = User.objects.count(), Message.objects.count()

    sign_in(carla).post(address("account", fatma), {"user": wim.pk, "email": "iemand@anders.test"})

    fatma.refresh_from_db()
    assert fatma.user == wim
    assert (User.objects.count(), Message.objects.count()) == (users, messages)
    assert Role.objects.get(user=wim).kind == Role.Kind.VOLUNTEER


def test_one_account_is_one_face(sign_in, carla, pieter, fatma, house):
    face = Professional.objects.get(user=pieter)
    page = sign_in(carla).get(address("account", fatma)).content.decode()
    assert "Pieter" not in page.split("<main")[1]

    with pytest.raises(RuleBroken):
        actions.give_account(fatma, house=house, email=pieter.email, by=by(carla))
    with pytest.raises(RuleBroken):
        actions.give_account(face, house=house, email="nog@een.test", by=by(carla))


def test_who_left_one_partner_begins_anew_at_another(carla, pieter, fatma, house):
    before = Professional.objects.get(user=pieter)
    actions.retire_professional(before, by=by(carla))

    actions.give_account(fatma, house=house, user=pieter, by=by(carla))

    before.refresh_from_db()
    fatma.refresh_from_db()
    assert (before.user, fatma.user) == (None, pieter)


def test_an_address_or_a_name_is_needed(sign_in, carla, fatma):
    assert sign_in(carla).post(address("account", fatma), {"email": ""}).status_code == 422


def test_the_account_is_taken_off_again(sign_in, carla, pieter):
    face = Professional.objects.get(user=pieter)
    browser = sign_in(carla)
    assert address("take_account", face) in browser.get(address("face", face)).content.decode()

    browser.get(address("take_account", face))
    face.refresh_from_db()
    assert face.user == pieter
    browser.post(address("take_account", face))

    face.refresh_from_db()
    assert face.user is None
    assert JournalLine.objects.filter(action="partners.account_taken", actor=carla).exists()


def test_hosts_and_strangers_give_no_accounts(sign_in, client, carla, joost, nils, fatma, house, other_house):
    assert sign_in(joost).post(address("account", fatma), {"email": "x@y.test"}).status_code == 403
    client.logout()
    assert sign_in(nils).post(address("account", fatma), {"email": "x@y.test"}).status_code == 404
    with pytest.raises(NotYours):
        actions.give_account(fatma, house=house, email="x@y.test", by=by(joost))
    with pytest.raises(RuleBroken):
        actions.give_account(fatma, house=other_house, email="x@y.test", by=by(carla))
    with pytest.raises(RuleBroken):
        actions.give_account(fatma, house=house, user=nils, by=by(carla))
    fatma.refresh_from_db()
    assert fatma.user is None


def test_a_partner_that_works_here_no_more_gets_no_account(carla, fatma, house):
    Partnership.objects.update(ended_on=clock.today())

    with pytest.raises((RuleBroken, NotYours)):
        actions.give_account(fatma, house=house, user=make_user("Los"), by=by(carla))
