"""Fourteen people walk in with the same. It becomes a group that a resident leads, and all fourteen hear of it."""

from datetime import timedelta

import pytest

from wijkhuis.base import clock
from wijkhuis.base.messages.models import Message
from wijkhuis.loop.agenda.tests.conftest import group  # noqa: F401
from wijkhuis.loop.approaches.models import Approach, Hearing, Told
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Listener, Proposal, Signal, Theme

WORDS = "Ik krijg een brief van de gemeente en ik snap er niets van"
SENTENCE = "Iemand snapt een brief van de gemeente niet."
PEOPLE = 14
NEWS = "Elke dinsdag lezen we samen brieven in de hal. De koffie staat klaar."


def walk_in(desk, number):
    """One person asks, gets an answer, and wants to hear what comes of it."""
    desk.open("/balie/")
    desk.press("Save the question", words=WORDS, called=f"Buur{number}", way="email", email=f"b{number}@post.example")
    page = f"/vragen/{Question.objects.order_by('-pk').first().pk}/"
    desk.open(f"{page}antwoord/").press("Save the answer", words="We lazen de brief samen", thing="")
    desk.open(f"{page}beantwoord/").press("Yes, it is answered", enough_rung="")
    desk.open(page)
    desk.press("do=keep", sentence=SENTENCE, listens="on")


@pytest.mark.django_db(transaction=True)
def test_fourteen_walk_ins_become_a_group_and_everybody_hears_of_it(
    house,
    group,  # noqa: F811
    joost,
    rita,
    carla,
    entries,
    at_screen,
    visitor,
    post,
):
    # Given: fourteen people at the desk. Each sentence is kept, and each wants to hear what comes of it.
    desk = at_screen(joost)
    for number in range(PEOPLE):
        walk_in(desk, number)
    assert (Signal.objects.count(), Listener.objects.count()) == (PEOPLE, PEOPLE)
    proposal = Proposal.objects.create(house=house, kind="new", name="Brieven", made_on=clock.today(), closeness=0.9)
    proposal.signals.set(Signal.objects.all())

    # When: the group says that this belongs together, takes it up, and writes down what people say themselves.
    resident = at_screen(rita).open("/wijkagenda/overleg/")
    resident.follow("Plan a meeting").press("Plan this meeting", place="Grote tafel").follow("/scherm/")
    resident.follow("Next")
    resident.press("Yes, these belong together", name="Brieven van de gemeente")
    resident.follow("?wat=taken_up").press("We decide this", why="Veel buren lopen hierop vast.")
    theme = Theme.objects.get()
    assert theme.people_shown == PEOPLE
    making = f"/aanpak/maken/{theme.pk}/"
    resident.open(making).press("To the next step", answer="new", words="Overdag is er hulp, in de avond nog niet.")
    resident.follow("Write down what they say")
    resident.press("Keep what they say", words="Wij willen het van elkaar leren.", heard_on=clock.today())

    # And: they choose a way of working, and Rita owns it.
    resident.open(making).press("To the next step").press("To the next step", method="peer-group")
    today = clock.today()
    resident.press(
        "Make the approach",
        name="Samen brieven lezen",
        owner_name="Rita",
        owner_agrees="on",
        supported_by=carla.pk,
        first_step="Koffie in de hal",
        first_step_on=today,
        comes_back="Mensen lezen hun post weer zelf",
        comes_back_on=today + timedelta(days=60),
    )
    approach = Approach.objects.get()
    resident.press("This is done")

    # Then: everybody reads it, and somebody joins; only the owner and who supports it see who.
    reader = visitor.open("/wijkagenda/de-brug/").follow("Samen brieven lezen")
    assert "Rita woont hier en heeft de leiding." in reader.page.text
    assert "14 mensen of meer" in reader.page.text
    reader.follow("I want to join").press("I join", first_name="Youssef", how_to_reach="06 12 34 56 78")
    assert "Youssef" in at_screen(carla).open(f"/aanpak/{approach.pk}/").page.text
    assert "Youssef" not in at_screen(joost).open(f"/aanpak/{approach.pk}/").page.text

    # And: all fourteen hear of it, each once, in a message that names no theme.
    resident.open(f"/aanpak/{approach.pk}/vertellen/").press("Read it first", words=NEWS, moment="begun")
    assert NEWS in resident.page.text
    resident.press("send=1")
    letters = post("b3@post.example")
    [letter] = [one for one in letters if "nieuws over iets" in one.text]
    assert "brie" not in letter.text.lower()
    assert Message.objects.filter(template="approaches/news").count() == PEOPLE
    assert Told.objects.get().people == PEOPLE

    # And: on their own page they read what came of it, from how many, and nothing of anybody else.
    own = visitor.open(letter.links[0])
    assert "nog 13 anderen" in own.page.text
    assert NEWS in own.page.text
    assert "Youssef" not in own.page.text
    assert "Buur4" not in own.page.text

    # And: Samen brieven lezen is what she was looking for: she joins on her own page, and is never asked again.
    own.follow("Do you want to join?").press("answer=yes", first_name="Aylin", how_to_reach="b3@post.example")
    assert own.word("Do you want to join?") not in own.page.text
    assert "Aylin" in resident.open(f"/aanpak/{approach.pk}/").page.text or carla.pk == approach.supported_by_id
    assert Hearing.objects.filter(way="message").count() == PEOPLE
