"""Out of the door: a student finds out, a key person leaves the list, and a line to colleagues ends on the map."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.directory.models import Entry, KeyPerson, Verification
from wijkhuis.house.fieldwork.models import Assignment, Call, Tip


@pytest.mark.django_db(transaction=True)
def test_a_student_finds_out_and_the_class_sees_what_it_brought(house, joost, wim, entries, at_screen):
    # Given: in a minute Joost gives Wim three entries that nobody looked at for long.
    host = at_screen(joost).open("/uitzoeken/")
    host.follow("Give an assignment").follow("?soort=check")
    host.press("Give this assignment", done_by=wim.pk)
    made = Assignment.objects.get()
    assert made.findings.count() == 3

    # When: Wim goes round with his phone, one card at a time.
    student = at_screen(wim).open("/uitzoeken/")
    student.follow(f"/uitzoeken/opdrachten/{made.pk}/")
    right, changed, gone = made.findings.all()
    address = "/uitzoeken/gevonden/{}/"
    for card, outcome, note in ((right, "right", ""), (changed, "changed", "Nu op woensdag"), (gone, "gone", "")):
        form = next(one for one in student.page.forms if one.action == address.format(card.pk))
        student.page.forms = [form, *[one for one in student.page.forms if one is not form]]
        student.press(f"outcome={outcome}", note=note)
    assert student.says("Everything is filled in. Thank you!")

    # Then: Joost goes through it with a few taps, and corrects the entry on the map itself.
    host.open(f"/uitzoeken/opdrachten/{made.pk}/nakijken/")
    host.press("Take over the one that is right")
    host.press("I corrected it")
    host.press("Take over: it is gone")
    host.follow("What did we learn?").press("Close the assignment", learnt="Bellen werkt het best.")
    assert Verification.objects.filter(how="student").count() == 3
    assert Entry.objects.filter(verified_on=clock.today()).count() == 2

    # And: Wim and the class see what it brought.
    student.open(f"/uitzoeken/opdrachten/{made.pk}/geleerd/")
    for words in ("Bellen werkt het best.", "Nu op woensdag", "Dank, Wim!"):
        assert words in student.page.text
    student.follow("Print it for the class")
    assert "Dank, Wim!" in student.page.text


@pytest.mark.django_db(transaction=True)
def test_a_key_person_disappears_at_their_own_wish_and_is_nowhere_left(
    house, joost, mina, at_screen, visitor, post, rows_with
):
    # Given: Joost puts Kanariepiet on the list, with what one may ask and what not, and a link by mail.
    host = at_screen(joost).open("/kaart/sleutelpersonen/nieuw/")
    until = clock.today() + timedelta(days=200)
    facts = {"name": "Kanariepiet", "ask_about": "duiven", "not_about": "geld", "reach": "in de volière"}
    host.press("Save", **facts, send_to="piet@kanarie.test", agreed="on", agreed_until=until)
    assert "Kanariepiet" in host.page.text
    letter = post("piet@kanarie.test")[-1]
    assert "duiven" not in letter.text

    # And: colleagues find him at the desk, and somebody looks.
    desk = at_screen(mina).open("/kaart/sleutelpersonen/")
    assert "in de volière" in desk.page.text

    # When: he opens his link and takes himself off the list.
    piet = visitor.open(letter.links[0])
    assert "in de volière" in piet.page.text
    number = KeyPerson.objects.get().pk
    piet.press("wish=leave")
    assert piet.says("You are off the list")

    # Then: nothing of him is left in any table; the journal knows that it happened, not to whom.
    call_command("work", "--once")
    for words in ("Kanariepiet", "duiven", "volière", "piet@kanarie"):
        assert rows_with(words) == []
    assert JournalLine.objects.filter(action="directory.key_person_left", about_id=number).exists()
    assert "Kanariepiet" not in desk.open("/kaart/sleutelpersonen/").page.text
    assert piet.open(letter.links[0]).status == 404


@pytest.mark.django_db(transaction=True)
def test_a_line_to_colleagues_ends_as_an_entry_that_visitors_find(house, joost, mina, entries, at_screen, visitor):
    asker = at_screen(joost).open("/uitzoeken/")
    asker.press("Ask my colleagues", words="een naaimachine kan maken")
    call = Call.objects.get()

    colleague = at_screen(mina).open("/uitzoeken/")
    assert "een naaimachine kan maken" in colleague.page.text
    colleague.press("Give this tip", words="De Repair Bar op zaterdag")

    asker.open(f"/uitzoeken/ken-jij/{call.pk}/").follow("Put it on the map")
    asker.press("Put it on the map", name="Repair Bar", kind="group")
    asker.open(f"/uitzoeken/ken-jij/{call.pk}/").press("I know enough, close this question")

    tip = Tip.objects.get()
    assert tip.entry.name == "Repair Bar"
    assert "Repair Bar" in visitor.open(f"/kaart/{tip.entry_id}/").page.text
    assert "een naaimachine" not in colleague.open("/uitzoeken/").page.text
