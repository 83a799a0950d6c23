"""A partner reads what was shared with them in that house, and no account, old link or earlier partner opens more."""

import pytest
from django.urls import reverse

from tests.cast import by, make_role, make_user
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.models import Message
from wijkhuis.house.partners import actions as partners
from wijkhuis.house.partners.models import Partner, Partnership, Professional
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.actions.hold import end_role_and_pass_on
from wijkhuis.loop.desk.models import Handover

TODAY = clock.today().isoformat()
CANARY = "Er zit schimmel in de slaapkamer"


def at(name, *arguments):
    return reverse(f"desk:{name}", args=arguments)


@pytest.fixture
def question(house, joost):
    wish = actions.Wish(called="mevrouw Yılmaz", phone="0687654321")
    return actions.take_down_question(house, words=f"{CANARY}.", wish=wish, by=by(joost))


@pytest.fixture
def olga(other_house, corporation):
    """Coordinator of De Haven, which works with Woonstad too."""
    Partnership.objects.create(partner=corporation.partner, house=other_house, function_email="x@woonstad.test")
    user = make_user("Olga", function="coördinator")
    make_role(user, Role.Kind.COORDINATOR, other_house)
    return user


def offered(question, joost, tie, who=None, *, fields=("words",), function=""):
    return actions.offer_question(
        question, partnership=tie, professional=who, function=function, fields=fields, by=by(joost)
    )


def kept_by(face, house):
    """A face that another house put there."""
    Professional.objects.filter(pk=face.pk).update(kept_by=house)
    return Professional.objects.get(pk=face.pk)


def path(offer):
    return offer.link[offer.link.index("/p/") :]


def says_yes(client, offer):
    client.post(path(offer), {"code": offer.code})
    return client.post(path(offer), {"answer": "yes", "next_step": "Kijken", "next_on": TODAY}, follow=True)


@pytest.mark.parametrize("function", ["", "wijkbeheerder"])
def test_a_house_that_gives_a_face_an_account_reads_nothing_that_another_house_asks(
    sign_in, client, question, joost, nils, olga, other_house, corporation, fatma, function
):
    before = offered(question, joost, corporation, None if function else fatma, function=function)
    partners.give_account(kept_by(fatma, other_house), house=other_house, user=nils, by=by(olga))
    fatma.refresh_from_db()

    browser = sign_in(nils)
    assert browser.get(at("offered")).content.decode().count("mevrouw") == 0
    page = browser.get(at("handover", before.handover.pk))

    assert (page.status_code, CANARY in page.content.decode()) == (404, False)
    client.logout()
    assert CANARY in client.post(path(before), {"code": before.code}, follow=True).content.decode()


def test_in_a_house_where_the_account_has_no_role_the_face_is_asked_by_link_and_code(
    client, question, joost, nils, olga, other_house, corporation, fatma
):
    partners.give_account(kept_by(fatma, other_house), house=other_house, user=nils, by=by(olga))
    fatma.refresh_from_db()

    offer = offered(question, joost, corporation, fatma)

    assert offer.code
    assert Message.objects.get(template="desk/handover_offered").to == "fatma@woonstad.test"
    says_yes(client, offer)
    question.refresh_from_db()
    assert (question.holder, question.holder_partner) == (None, fatma)


def test_a_list_of_what_is_asked_is_a_look_at_each_of_them(sign_in, question, joost, pieter):
    face = Professional.objects.get(user=pieter)
    actions.offer_question(
        question, partnership=face.partner.partnerships.get(), professional=face, note="Bel mevrouw Y.", by=by(joost)
    )

    assert "mevrouw Y." in sign_in(pieter).get(at("offered")).content.decode()
    assert JournalLine.objects.filter(action="desk.question_listed", about_id=question.pk, actor=pieter).count() == 1


def test_a_partner_made_up_by_another_house_is_told_of_no_function(
    sign_in, question, joost, nils, olga, other_house, corporation
):
    offer = offered(question, joost, corporation, function="wijkbeheerder")
    face = partners.add_professional(corporation.partner, {"first_name": "Nep", "function": "x"}, by=by(olga))
    partners.give_account(face, house=other_house, user=nils, by=by(olga))

    assert sign_in(nils).get(at("handover", offer.handover.pk)).status_code == 404


def test_an_offer_that_ended_with_a_role_is_read_by_no_link(
    client, question, house, joost, carla, wim, corporation, fatma
):
    offer = offered(question, joost, corporation, fatma)
    partners.give_account(fatma, house=house, user=wim, by=by(carla))
    assert CANARY in client.post(path(offer), {"code": offer.code}, follow=True).content.decode()

    end_role_and_pass_on(Role.objects.get(user=wim), by=by(carla))

    assert Handover.objects.get().ending == Handover.Ending.WITHDRAWN
    assert CANARY not in client.get(path(offer), follow=True).content.decode()


def test_what_an_earlier_partner_wrote_is_not_read_by_the_next_without_the_story(
    client, question, house, joost, corporation, fatma
):
    first = offered(question, joost, corporation, fatma)
    says_yes(client, first)
    client.post(path(first), {"answer": "note", "note-words": "Zij vertelde over haar huwelijk."})
    client.post(path(first), {"answer": "back", "back-words": "Dit is voor iemand anders."})
    question.refresh_from_db()
    other = Partner.objects.create(name="Sportbedrijf", kind=Partner.Kind.CARE)
    tie = Partnership.objects.create(partner=other, house=house)
    coach = Professional.objects.create(partner=other, first_name="Kees", function="coach", email="kees@sport.test")
    client.cookies.clear()

    second = offered(question, joost, tie, coach)
    page = says_yes(client, second).content.decode()
    client.post(path(second), {"answer": "note", "note-words": "Wij bellen dinsdag."})

    assert CANARY in page
    assert "huwelijk" not in page
    assert "voor iemand anders" not in page
    assert "Wij bellen dinsdag" in client.get(path(second)).content.decode()


def test_a_new_code_never_opens_an_older_handover_to_the_same_person(client, question, joost, corporation, fatma):
    first = offered(question, joost, corporation, fatma, fields=("words", "phone"))
    actions.accept_handover(
        first.handover, next_step="Kijken", next_on=clock.today(), by=Actor(label=f"partner:{first.handover.pk}")
    )
    first.handover.refresh_from_db()
    actions.partner_gives_back(first.handover, words="Later.", by=Actor(label=f"partner:{first.handover.pk}"))
    question.refresh_from_db()
    second = offered(question, joost, corporation, fatma, fields=("words",))
    actions.accept_handover(
        second.handover, next_step="Kijken", next_on=clock.today(), by=Actor(label=f"partner:{second.handover.pk}")
    )

    with pytest.raises(RuleBroken):
        actions.renew_code(first.handover, by=by(question.house.first_holder))

    assert actions.renew_code(second.handover, by=by(question.house.first_holder)).code


def test_two_coordinators_give_one_face_an_account_and_one_of_them_does(house, carla, wim, mina, fatma):
    as_it_was = Professional.objects.get(pk=fatma.pk)
    partners.give_account(fatma, house=house, user=wim, by=by(carla))

    with pytest.raises(RuleBroken):
        partners.give_account(as_it_was, house=house, user=mina, by=by(carla))

    fatma.refresh_from_db()
    assert fatma.user == wim


def test_a_house_that_begins_with_a_partner_later_changes_nothing_of_the_faces_of_another(
    sign_in, joost, olga, house, other_house, corporation, fatma, question
):
    browser = sign_in(olga)
    facts = {"first_name": "Fatma", "function": "x", "email": "olga@haven.test", "phone": "0699999999"}

    answers = [
        browser.post(reverse("partners:change", args=[fatma.pk]), facts),
        browser.post(reverse("partners:retire", args=[fatma.pk])),
        browser.post(reverse("partners:account", args=[fatma.pk]), {"email": "olga2@haven.test"}),
        browser.post(reverse("partners:take_account", args=[fatma.pk])),
    ]
    for change in (
        lambda: partners.change_professional(fatma, facts, by=by(olga)),
        lambda: partners.retire_professional(fatma, by=by(olga)),
        lambda: partners.give_account(fatma, house=other_house, email="olga2@haven.test", by=by(olga)),
    ):
        with pytest.raises(NotYours):
            change()

    assert [answer.status_code for answer in answers] == [403] * 4
    fatma.refresh_from_db()
    assert (fatma.email, fatma.left_on, fatma.user) == ("fatma@woonstad.test", None, None)
    page = browser.get(reverse("partners:face", args=[fatma.pk])).content.decode()
    assert "De Brug houdt dit bij" in page
    assert reverse("partners:change", args=[fatma.pk]) not in page
    assert reverse("partners:week", args=[fatma.pk]) in page


def test_a_house_keeps_the_faces_it_puts_there_and_the_administrator_keeps_all(
    carla, ada, olga, house, other_house, corporation
):
    theirs = partners.add_professional(corporation.partner, {"first_name": "Kim", "function": "x"}, by=by(olga))
    assert theirs.kept_by == other_house

    with pytest.raises(NotYours):
        partners.change_professional(theirs, {"email": "x@brug.test"}, by=by(carla))
    partners.change_professional(theirs, {"email": "kim@woonstad.test"}, by=by(olga))
    partners.change_professional(theirs, {"phone": "0612121212"}, by=by(ada))

    theirs.refresh_from_db()
    assert (theirs.email, theirs.phone) == ("kim@woonstad.test", "0612121212")


def test_when_the_house_that_kept_a_face_stops_with_the_partner_the_next_one_goes_on(
    carla, olga, house, corporation, fatma
):
    kept_by(fatma, house)
    partners.end_partnership(corporation, by=by(carla))

    partners.change_professional(fatma, {"email": "fatma.nieuw@woonstad.test"}, by=by(olga))

    fatma.refresh_from_db()
    assert fatma.email == "fatma.nieuw@woonstad.test"


@pytest.mark.parametrize("function", ["woonconsulent", "Woonconsulent "])
def test_no_second_face_that_looks_the_same_takes_the_questions_of_the_first(function, olga, corporation, fatma):
    with pytest.raises(RuleBroken):
        partners.add_professional(
            corporation.partner,
            {"first_name": "fatma", "last_name": "Yildiz", "function": function, "email": "olga@huis.test"},
            by=by(olga),
        )


def test_who_asks_reads_that_another_house_put_a_face_there(sign_in, question, joost, olga, corporation, fatma):
    facts = {"first_name": "Fatma", "last_name": "Y.", "function": "woonconsulent", "email": "olga@huis.test"}
    planted = partners.add_professional(corporation.partner, facts, by=by(olga))
    kept_by(fatma, question.house)
    browser = sign_in(joost)

    choices = browser.get(at("hand_over", question.pk)).content.decode()
    along = browser.get(at("hand_over", question.pk), {"aan": f"p{planted.pk}"}).content.decode()
    own = browser.get(at("hand_over", question.pk), {"aan": f"p{fatma.pk}"}).content.decode()

    assert choices.count("De Haven") == 1
    assert ("De Haven" in along, "De Haven" in own) == (True, False)
