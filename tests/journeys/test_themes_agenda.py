"""Deciding together: from a proposal on the agenda to what everybody reads, and an answer that does not come."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from wijkhuis.base import clock
from wijkhuis.loop.agenda import schedule
from wijkhuis.loop.agenda.models import Decision, Meeting
from wijkhuis.loop.agenda.tests.conftest import group, theme_of  # noqa: F401
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Proposal, Seat, Signal, Theme

PUBLIC = "/wijkagenda/de-brug/"


@pytest.fixture
def proposed(house):
    """Six people could not get to the hospital; the computer thinks that belongs together."""
    month = clock.today().replace(day=1)
    kept = [
        Signal.objects.create(
            house=house,
            sentence=f"Iemand komt niet meer met de bus bij het ziekenhuis ({number}).",
            month=month,
            source="desk",
            pool_token=pool_token(f"buur {number}"),
        )
        for number in range(6)
    ]
    proposal = Proposal.objects.create(house=house, kind="new", name="De bus", made_on=month, closeness=0.9)
    proposal.signals.set(kept)
    return proposal


@pytest.mark.django_db(transaction=True)
def test_a_proposal_becomes_a_decision_that_everybody_reads(
    house,
    group,  # noqa: F811
    rita,
    joost,
    proposed,
    at_screen,
    visitor,
    days_pass,
    post,
):
    # Given: Rita plans the meeting. The day, the chair and the agenda are there already.
    resident = at_screen(rita).open("/wijkagenda/overleg/")
    resident.follow("Plan a meeting").press("Plan this meeting", place="Grote tafel")
    meeting = Meeting.objects.get()
    assert meeting.chair.first_name == "Rita"
    assert "De bus" in resident.page.text
    resident.press("Put it on the agenda", words="Wie zorgt voor de soep?")
    resident.follow("On paper")
    assert "Wie zorgt voor de soep?" in resident.page.text

    # When: the group meets, with one point at a time on the screen.
    resident.open(f"/wijkagenda/overleg/{meeting.pk}/scherm/").follow("Next")
    resident.press("Yes, these belong together", name="Met de bus naar het ziekenhuis")
    assert "Met de bus naar het ziekenhuis" not in visitor.open(PUBLIC).page.text
    resident.follow("?wat=taken_up")
    resident.press("We decide this", why="Bel Samira de Vries op 06 12345678.")
    assert "Hier lijkt te staan wie iemand is" in resident.page.text
    resident.press("We decide this", why="Zes buren lopen hier tegenaan. Samen vinden we vervoer.")
    seat = Seat.objects.get(name="Mo")
    due = clock.today() + timedelta(days=3)
    resident.press("Agree on this", what="Vraagt de buurtbus", seat=Seat.objects.get(user=rita).pk, by_on=due)
    resident.press("Agree on this", what="Vraagt het ziekenhuis", seat=seat.pk, by_on=due)

    # Then: everybody reads it, without a number that counts anything else, on the page of the house as well.
    reader = visitor.open("/huis/de-brug/").follow(PUBLIC)
    assert "Met de bus naar het ziekenhuis" in reader.page.text
    assert "Minstens 6 mensen kwamen hiermee" in reader.page.text
    assert "Samen vinden we vervoer" in reader.open(f"{PUBLIC}besluiten.atom").html

    # And: the meeting closes with everything on it, and a host outside the group sees none of it.
    resident.open(f"/wijkagenda/overleg/{meeting.pk}/").follow("Close the meeting")
    resident.press("Close the meeting", notes="De soep was goed.")
    assert "Vraagt de buurtbus" in resident.page.text
    assert not meeting.items.filter(done_at=None).exists()
    assert at_screen(joost).open(f"/wijkagenda/overleg/{meeting.pk}/verslag/").status == 404

    # And: Rita is reminded in her own name and Mo stands on the list on paper; done is done.
    days_pass(2)
    schedule.remind_of_tasks()
    letter = post(rita.email)[-1]
    assert "ziekenhuis" not in letter.text
    resident = at_screen(rita).open(letter.links[0])
    resident.follow("Print this list")
    assert "Mo" in resident.page.text
    resident.open("/wijkagenda/overleg/").press("Done")
    days_pass(5)
    schedule.remind_of_tasks()
    assert len(post(rita.email)) == 1


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_the_municipality_owes_is_not_forgotten(
    house,
    group,  # noqa: F811
    theme_of,  # noqa: F811
    rita,
    at_screen,
    visitor,
    days_pass,
    post,
):
    # Given: eight people are afraid in the dark at the bus stop; the group hands it over with a day.
    theme = theme_of(8, name="Donker bij de halte")
    due = clock.today() + timedelta(days=30)
    resident = at_screen(rita).open(f"/themas/{theme.pk}/")
    resident.follow("Decide now").follow("?wat=handed_over")
    resident.press(
        "We decide this", why="De straat is van de gemeente.", handed_to="team Openbare ruimte", answer_due_on=due
    )
    assert "We vroegen om antwoord voor" in visitor.open(PUBLIC).page.text

    # When: a week before the day the group hears of it, and the day passes.
    days_pass(24)
    schedule.remind_of_answers()
    days_pass(10)
    schedule.remind_of_answers()
    call_command("work", "--once")
    assert len(post(rita.email)) == 2

    # Then: it stands on top of the next agenda, and everybody reads that it is late.
    resident = at_screen(rita).open("/wijkagenda/overleg/")
    assert resident.says("Write down the answer")
    resident.follow("Plan a meeting").press("Plan this meeting")
    assert Meeting.objects.get().items.first().theme == theme
    reader = visitor.open(PUBLIC)
    assert reader.says("The municipality owes an answer")
    assert "Dat is er nog niet." in reader.page.text

    # And: the answer comes, and everybody reads that too.
    resident.open(f"/wijkagenda/besluiten/{Decision.objects.get().pk}/antwoord/")
    resident.press("Keep the answer", answer="Er komt in maart een lantaarn.")
    assert "Er komt in maart een lantaarn." in visitor.open(PUBLIC).page.text
    assert "Dat is er nog niet." not in visitor.page.text
    assert Theme.objects.get().standing == "handed_over"
