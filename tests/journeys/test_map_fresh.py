"""The map stays fresh: a caretaker corrects on the phone, who keeps it right says so with one tap."""

from datetime import timedelta

import pytest

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.house.directory import actions, queries
from wijkhuis.house.directory.models import Entry, Verification
from wijkhuis.house.directory.schedule import ask_keepers

pytestmark = pytest.mark.django_db(transaction=True)
SAMIRA = "samira@budgetloket.test"


@pytest.fixture
def budget(entries, carla):
    """Budgetloket: nobody looked at it for nine months; Samira works there."""
    entry = entries[2]
    Entry.objects.filter(pk=entry.pk).update(added_on=clock.today() - timedelta(days=280), phone="010 111 11 11")
    actions.set_keeper(Entry.objects.get(pk=entry.pk), name="Samira Haddad", email=SAMIRA, by=by(carla))
    return entry


def test_a_caretaker_corrects_a_number_on_the_phone_and_undoes_a_slip(budget, wim, at_screen, visitor, house):
    # Given: a visitor tells Wim that the number is wrong.
    phone = at_screen(wim).open(f"/kaart/{budget.pk}/")
    assert phone.says("Nobody has checked this yet.")

    # When: he taps "something is different", types the number and saves.
    phone.follow("Something is different")
    phone.press("Save", phone="010 222 22 22")

    # Then: visitors see it, it counts as known today, and a slip can be undone.
    visitor.open(f"/kaart/{budget.pk}/")
    assert "010 222 22 22" in visitor.page.text
    assert not visitor.says("Nobody has checked this yet.")
    phone.press("Undo this correction")
    assert "010 111 11 11" in phone.page.text


def test_the_keeper_confirms_with_one_tap_twice_and_the_picture_changes(budget, house, joost, at_screen, visitor, post):
    # Given: the picture of the house shows that one of three is getting old.
    before = queries.picture_of(house, on=clock.today())
    desk = at_screen(joost).open("/kaart/versheid/")
    assert "Budgetloket" in desk.page.text
    assert before.fresh_percent == 67

    # When: Samira is asked in the morning, and taps twice because the line is bad.
    ask_keepers()
    letter = post(SAMIRA)[-1]
    assert "Dag Samira" in letter.text
    assert "schulden" not in letter.text
    visitor.open(letter.links[0])
    assert not Verification.objects.exists()
    visitor.press("Yes, it is still right")
    visitor.open(letter.links[0])
    assert visitor.says("Thank you!")

    # Then: it is known once, the picture changes, and there is nothing left to ask.
    assert Verification.objects.count() == 1
    assert queries.picture_of(house, on=clock.today()).fresh_percent == 100
    assert "Budgetloket" not in desk.open("/kaart/versheid/").page.text


def test_what_is_no_longer_right_comes_on_the_list_and_is_mended(budget, joost, at_screen, visitor, post, house):
    ask_keepers()
    letter = post(SAMIRA)[-1]
    visitor.open(letter.links[0])
    visitor.press("No, it is no longer right").press("Send", words="We zitten nu op de Kade")

    desk = at_screen(joost).open("/kaart/versheid/")
    assert "We zitten nu op de Kade" in desk.page.text
    desk.follow(f"/kaart/{budget.pk}/aanpassen/")
    desk.press("Save", address="Kade 12")

    assert "Kade 12" in visitor.open(f"/kaart/{budget.pk}/").page.text
    assert queries.answers_with_work(house).first == []
    assert Entry.objects.get(pk=budget.pk).verified_on == clock.today()
