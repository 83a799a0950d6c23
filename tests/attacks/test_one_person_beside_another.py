"""Who asks what we know of them reads nothing about somebody else, and every look at a person is written down."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.authorisation.scene import scene  # noqa: F401
from tests.cast import by, make_role
from tests.database import undone
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory.actions import ask_keeper, set_keeper
from wijkhuis.house.directory.models import Check, KeyPerson
from wijkhuis.house.people.models import Role
from wijkhuis.loop.approaches.actions.joining import sign_up
from wijkhuis.loop.approaches.models import Joiner
from wijkhuis.loop.approaches.queries.leaving import key_of
from wijkhuis.loop.approaches.queries.reaching import signed_up_with
from wijkhuis.loop.desk.actions import Wish, take_down_question
from wijkhuis.loop.desk.views.slips import spaced
from wijkhuis.loop.signals.access import group_house_ids
from wijkhuis.loop.signals.models import Seat
from wijkhuis.site.office.actions import close_account, invite

pytestmark = pytest.mark.django_db
VISITOR = Actor(label="visitor", origin="192.0.2.9")


def page(name, *args):
    return reverse(f"office:{name}", args=args)


def asked(house, joost, words, **wish):
    return take_down_question(house, words=words, wish=Wish(**wish), by=by(joost))


def looks(action, record):
    return JournalLine.objects.filter(action=action, about_kind=record._meta.model_name, about_id=record.pk)


def test_two_people_with_one_name_are_never_shown_together(sign_in, carla, joost, house):
    asked(house, joost, "Ik slaap slecht", called="Fatma", phone="0611111111")
    asked(house, joost, "Mijn man slaat mij", called="Fatma", phone="0622222222")
    browser = sign_in(carla)

    both = browser.post(page("person"), {"called": "Fatma"}).content.decode()
    one = browser.post(page("person"), {"called": "Fatma", "phone": "0611111111"}).content.decode()

    assert page("everything") not in both
    assert "telefoonnummer" in both
    assert page("everything") in one
    assert not JournalLine.objects.filter(action="desk.person_shown").exists()
    with pytest.raises(CommandError):
        call_command("inzage", called="Fatma", stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("forget", called="Fatma", yes=True)


def test_who_looks_up_two_people_in_two_windows_shows_and_forgets_the_one_that_stands_there(
    sign_in, carla, joost, house
):
    first = asked(house, joost, "Ik slaap slecht", called="Fatma", phone="0611111111")
    second = asked(house, joost, "Mijn man slaat mij", called="Ayse", phone="0622222222")
    browser = sign_in(carla)
    window = browser.post(page("person"), {"phone": "0611111111"}).context["found"]
    browser.post(page("person"), {"phone": "0622222222"})
    sent = {"phone": "0611111111", "found": [one.pk for one in window]}

    shown = browser.post(page("everything"), sent).content.decode()
    browser.post(page("forget"), sent | {"sure": "1"})

    assert "Ik slaap slecht" in shown
    assert "slaat" not in shown
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.words, bool(second.words)) == ("", True)


@pytest.mark.parametrize("phone", ["06-11111111", "+31 6 1111 1111", "0031611111111", "06 11 11 11 11"])
def test_who_writes_their_number_otherwise_is_found_and_forgotten_all_the_same(sign_in, carla, joost, house, phone):
    mine = asked(house, joost, "Ik slaap slecht", called="Bep", phone="06 1111 1111")
    other = asked(house, joost, "Wie maakt mijn fiets?", called="Henk", phone="0316 111111")

    found = sign_in(carla).post(page("person"), {"phone": phone}).context["found"]
    call_command("forget", phone=phone, yes=True)

    assert found == [mine]
    assert [type(one).objects.get(pk=one.pk).words for one in (mine, other)] == ["", "Wie maakt mijn fiets?"]


def test_a_code_is_typed_as_it_stands_on_the_slip(sign_in, carla, joost, house):
    mine = asked(house, joost, "Ik slaap slecht", called="Bep")
    code = spaced(mine.short_code).lower()

    assert sign_in(carla).post(page("person"), {"code": code}).context["found"] == [mine]


def test_of_a_number_that_several_people_gave_nothing_is_ticked_until_somebody_chooses(sign_in, carla, joost, house):
    mine = asked(house, joost, "Ik slaap slecht", called="Bep", phone="0611111111")
    asked(house, joost, "Mijn man slaat mij", called="mevrouw Yılmaz", phone="0611111111")
    browser = sign_in(carla)

    found = browser.post(page("person"), {"phone": "0611111111"}).content.decode()
    alone = browser.post(page("person"), {"phone": "0611111111", "called": "bep"}).content.decode()
    shown = browser.post(page("everything"), {"phone": "0611111111", "found": mine.pk}).content.decode()

    assert "mevrouw Yılmaz" in found
    assert " checked" not in found
    assert f'value="{mine.pk}" checked' in alone
    assert "Ik slaap slecht" in shown
    assert "slaat" not in shown


def test_before_a_new_link_is_made_the_page_says_who_gets_the_messages(
    sign_in, joost, house, text_messages_and_letters_go_out
):
    sent = asked(house, joost, "Ik durf niet naar huis", called="Li", way="sms", phone="0611111111")
    comes_by = asked(house, joost, "Wie maakt mijn fiets?", called="Henk")
    browser = sign_in(joost)

    warned, calm = (browser.get(reverse("desk:new_link", args=[one.pk])).content.decode() for one in (sent, comes_by))

    assert "Leest iemand anders die?" in warned
    assert "Leest iemand anders die?" not in calm


OF_SOMEBODY_ELSE = [
    ({"email": "an@post.test"}, "jan@post.test"),
    ({"email": "jan@post.test"}, "jan@post.test.example"),
    ({"email": "@"}, "jan@post.test"),
    ({"email": "post"}, "jan@post.test"),
    ({"phone": "0316123456"}, "+31612345678"),
    ({"phone": "0316 12 34 56"}, "06 1231612345 of 0031 612345678"),
    ({"phone": "0316123456"}, "0687654321 +31 6 12 34 56 78 0698765432"),
    ({"phone": "0611112222"}, "0687654321 00611112222 0698765432"),
]


def test_an_address_or_number_inside_another_one_finds_nobody(scene, subtests):  # noqa: F811
    for whose, theirs in OF_SOMEBODY_ELSE:
        with subtests.test(theirs, whose=whose), undone():
            sign_up(scene.approach, first_name="Jan", how_to_reach=theirs, by=VISITOR)

            assert signed_up_with(**{"phone": "", "email": "", **whose}) == []


OF_THEIR_OWN = [
    ({"phone": "0611112222"}, "06-1111 2222 (na 18 uur)"),
    ({"phone": "0611112222"}, "0611112222 18:00-20:00"),
    ({"phone": "+31611112222"}, "bel 06 11 11 22 22, of mail"),
    ({"phone": "0611112222"}, "+31 (0)6 1111 2222"),
    ({"phone": "0611112222"}, "0031611112222"),
    ({"phone": "0611112222"}, "0687654321 0611112222"),
    ({"phone": "0611112222"}, "0687654321 0611112222 0698765432"),
    ({"phone": "0611112222"}, "010 1234567, 06-11 11 22 22, 06 98 76 54 32"),
    ({"phone": "0611112222"}, "0687654321 / +31 (0)6 1111 2222 / 0698765432"),
    ({"email": "Jan@Post.test"}, "mail:jan@post.test."),
    ({"email": "jan@post.test"}, "06 1 of JAN@POST.TEST, liefst 's avonds"),
]


def test_however_somebody_wrote_their_own_they_are_found(scene, subtests):  # noqa: F811
    for whose, written in OF_THEIR_OWN:
        with subtests.test(written, whose=whose), undone():
            joiner = sign_up(scene.approach, first_name="Jan", how_to_reach=written, by=VISITOR)

            assert joiner in signed_up_with(**{"phone": "", "email": "", **whose})


def test_every_look_at_somebody_who_only_joined_is_written_down(scene, sign_in):  # noqa: F811
    joiner = sign_up(scene.approach, first_name="Jan", how_to_reach="jan@post.test", by=VISITOR)
    browser = sign_in(scene.people["coordinator"])

    browser.post(page("person"), {"email": "jan@post.test"})
    assert looks("desk.question_listed", joiner).get().house_id == scene.house.pk
    browser.post(page("everything"), {"email": "jan@post.test"})
    assert looks("desk.person_shown", joiner).get().actor == scene.people["coordinator"]
    browser.get(reverse("approaches:approach", args=[scene.approach.pk]))

    assert looks("approaches.joiner_listed", joiner).count() == 1


def test_who_is_a_key_person_hears_that_and_is_forgotten_by_their_number_or_address(scene, sign_in):  # noqa: F811
    person = scene.key_person
    KeyPerson.objects.filter(pk=person.pk).update(reach="bel 06-1111 2222", send_to="mous@post.test")
    browser = sign_in(scene.people["coordinator"])

    found = browser.post(page("person"), {"phone": "+31611112222"}).content.decode()
    shown = browser.post(page("everything"), {"email": "Mous@post.test"}).content.decode()
    elsewhere = sign_in(scene.people["other_coordinator"]).post(page("everything"), {"phone": "0611112222"})

    assert "Sleutelpersoon van De Brug" in found
    assert "wie klust" in shown
    assert "ask_about" not in shown
    assert looks("desk.person_shown", person).count() == 1
    assert "wie klust" not in elsewhere.content.decode()
    call_command("forget", phone="0611112222", yes=True)
    assert not KeyPerson.objects.filter(pk=person.pk).exists()


def test_who_keeps_an_entry_right_hears_that_and_is_forgotten_without_the_entry(
    sign_in, carla, joost, house, entries, other_house
):
    entry, other = entries[:2]
    set_keeper(entry, name="Greet Kuiper", email="greet@post.test", phone="06-1111 2222", by=by(joost))
    set_keeper(other, name="Piet", email="piet@post.test", by=by(joost))
    check = ask_keeper(entry, by=by(joost))
    browser = sign_in(carla)

    found = browser.post(page("person"), {"phone": "+31611112222"}).content.decode()
    shown = browser.post(page("everything"), {"email": "Greet@post.test"}).content.decode()

    assert "Sorteergroep" in found
    assert "Greet Kuiper" in shown
    assert "Piet" not in shown
    assert "keeper_name" not in shown
    call_command("forget", phone="0611112222", yes=True)
    entry.refresh_from_db()
    other.refresh_from_db()
    assert (entry.keeper_name, entry.keeper_email, entry.keeper_phone) == ("", "", "")
    assert (entry.name, other.keeper_name) == ("Sorteergroep", "Piet")
    assert not Check.objects.filter(pk=check.pk).exists()
    assert not Message.objects.filter(about_kind="check", about_id=check.pk).exclude(to="", context={}).exists()


def test_asking_somebody_to_join_is_a_look_at_their_question(scene, sign_in):  # noqa: F811
    Joiner.objects.filter(question=scene.question).delete()
    before = looks("desk.question_looked_at", scene.question).count()

    shown = sign_in(scene.people["holder"]).get(
        reverse("approaches:ask_to_join", args=[scene.question.pk, scene.approach.pk])
    )

    assert "0612340987" in shown.content.decode()
    assert looks("desk.question_looked_at", scene.question).count() == before + 1


def test_nobody_hears_who_joins_by_typing_their_name_and_number_nor_takes_them_off(scene, client):  # noqa: F811
    selma = {"first_name": "Selma", "how_to_reach": "0611112222"}
    joiner = sign_up(scene.approach, **selma, by=VISITOR)

    shown = client.post(reverse("approaches:join", args=[scene.approach.pk]), selma | {"once": "iemand-anders"})

    assert key_of(joiner) not in shown.content.decode()
    assert Joiner.objects.there().filter(first_name="Selma").count() == 2


def test_a_colleague_who_left_the_house_reads_no_more_who_joins(scene, other_house, sign_in):  # noqa: F811
    carla = scene.approach.supported_by
    address = reverse("approaches:approach", args=[scene.approach.pk])
    assert "0612340987" in sign_in(carla).get(address).content.decode()

    Role.objects.filter(user=carla).update(ends_on="2026-01-01")
    make_role(carla, Role.Kind.HOST, other_house)

    browser = sign_in(type(carla).objects.get(pk=carla.pk))
    assert "0612340987" not in browser.get(address).content.decode()
    assert browser.post(reverse("approaches:take_off", args=[scene.joiner.pk])).status_code == 404
    assert browser.get(reverse("approaches:change", args=[scene.approach.pk])).status_code == 404


def test_an_account_that_is_closed_and_invited_elsewhere_reads_no_signals_of_the_old_house(
    scene,  # noqa: F811
    other_house,
    carla,
    joost,
    mina,
):
    Seat.objects.create(group=scene.group, user=joost, starts_on="2020-01-01")
    olga = scene.people["other_coordinator"]
    close_account(joost, heirs={scene.house.pk: mina}, by=by(carla))

    invite(
        other_house, email=joost.email, first_name="Joost", last_name="", function="gastheer", kind="host", by=by(olga)
    )

    joost = type(joost).objects.get(pk=joost.pk)
    assert joost.is_active
    assert group_house_ids(joost) == set()


def test_a_name_that_one_question_has_still_finds_it(sign_in, carla, joost, house):
    asked(house, joost, "Ik slaap slecht", called="Fatma")

    assert page("everything") in sign_in(carla).post(page("person"), {"called": "Fatma"}).content.decode()
