"""Where people of the house work together: paper, a household, a discussion, and a colleague who leaves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from wijkhuis.base import clock
from wijkhuis.house.people.models import Role
from wijkhuis.loop.desk.models import Discussion, Question

pytestmark = pytest.mark.django_db


def test_a_slip_of_yesterday_is_typed_in_with_the_time_it_was_asked(house, joost, at_screen):
    desk = at_screen(joost).open("/vragen/leeg-briefje/").open("/balie/")
    yesterday = timezone.localtime() - timedelta(days=1)

    desk.press(
        "Save the question",
        words="Wie kan mijn fiets maken?",
        channel="street",
        asked_on=f"{yesterday:%d-%m-%Y}",
        asked_time="14.35",
    )

    question = Question.objects.get()
    asked = timezone.localtime(question.asked_at)
    assert (asked.date(), asked.hour, asked.minute) == (yesterday.date(), 14, 35)
    assert timezone.localtime(question.taken_down_at).date() == timezone.localdate()
    assert question.channel == Question.Channel.STREET


def test_a_day_that_does_not_exist_is_asked_again_and_nothing_is_lost(house, joost, at_screen):
    desk = at_screen(joost).open("/balie/")

    desk.press("Save the question", words="Wie kan mijn fiets maken?", called="Ab", asked_on="31-02-2026")

    assert desk.says("This day does not exist. Write it as day-month-year, like 24-11-2026.")
    (form,) = [form for form in desk.page.forms if "words" in form.names()]
    assert form.filled["words"] == ["Wie kan mijn fiets maken?"]
    assert form.filled["called"] == ["Ab"]
    desk.press("Save the question", asked_on="")
    assert Question.objects.get().contact.called == "Ab"


def test_three_of_one_household_lie_side_by_side_and_the_coordinator_carries_too_much(house, carla, at_screen):
    desk = at_screen(carla)
    for called, words in [
        ("Moeder", "De brieven van de bank stapelen zich op"),
        ("Zoon", "Ik zoek een stage in de techniek"),
        ("Oma", "Ik kom de trap niet meer af"),
    ]:
        desk.open("/balie/").press("Save the question", words=words, called=called)
    first, *others = Question.objects.order_by("pk")

    desk.open(f"/vragen/{first.pk}/huishouden/").press(
        "Begin this household",
        called="Gezin aan de Kade",
        agreed_with="alle drie, aan de keukentafel",
        coordinator=carla.pk,
    )
    first.refresh_from_db()
    for question in others:
        desk.open(f"/vragen/{question.pk}/huishouden/").press("do=join", household=first.household_id, agreed="on")
    desk.open("/vragen/mijn/").press("Keep my limit", limit="2")
    desk.open(f"/huishouden/{first.household_id}/")

    for word in ("Moeder", "Zoon", "Oma"):
        assert word in desk.page.text
    assert desk.says("Talk about it: what can somebody else take over?")
    desk.press("Save the promise", who="Carla", what="belt de bank")
    assert "belt de bank" in desk.page.text
    desk.open("/vragen/mijn/")
    assert desk.says("That is too much. Talk about it with your coordinator.")


def test_a_household_is_only_joined_when_the_people_agree(house, carla, at_screen):
    desk = at_screen(carla)
    for words in ("De brieven stapelen zich op", "Ik zoek een stage"):
        desk.open("/balie/").press("Save the question", words=words)
    first, second = Question.objects.order_by("pk")
    desk.open(f"/vragen/{first.pk}/huishouden/").press(
        "Begin this household", called="Gezin", agreed_with="moeder", coordinator=carla.pk
    )
    first.refresh_from_db()

    desk.open(f"/vragen/{second.pk}/huishouden/").press("do=join", household=first.household_id)

    second.refresh_from_db()
    assert second.household is None


def test_a_discussion_knows_no_name_and_its_steps_flow_back(house, joost, mina, carla, at_screen):
    desk = at_screen(joost).open("/balie/")
    desk.press("Save the question", words="Mijn man vergeet het gas", called="Annie", way="phone", phone="0612340987")
    question = Question.objects.get()
    at_screen(carla).open("/overleg/").press("Plan this day", held_on=clock.today() + timedelta(days=2))
    meeting = Discussion.objects.get()
    put = desk.open(f"/vragen/{question.pk}/overleg/")

    put.press(
        "Put it on the discussion", discussion=meeting.pk, basis="without_identity", summary="Annie maakt zich zorgen"
    )
    assert not question.discussion_items.exists()
    assert "Annie maakt zich zorgen" in put.html
    put.press("Put it on the discussion", basis="without_identity", summary="Iemand vergeet het gas uit te doen")

    table = at_screen(mina).open(f"/overleg/{meeting.pk}/")
    assert "vergeet het gas" in table.page.text
    assert "Annie" not in table.html
    assert f"/vragen/{question.pk}/" not in table.html
    chair = at_screen(carla).open(f"/overleg/{meeting.pk}/")
    point = f"item{question.discussion_items.get().pk}"
    step = {"who": "Joost", "what": "belt de wijkverpleging", "by_on": clock.today() + timedelta(days=3)}
    typed = {"agreed": "Een gasmelder en een huisbezoek", **step}
    chair.press("do=close", present="Carla, Mina en Joost", **{f"{point}-{name}": said for name, said in typed.items()})

    desk.open(f"/vragen/{question.pk}/")
    assert "belt de wijkverpleging" in desk.page.text
    desk.press("This is done")
    assert question.discussion_items.get().steps.get().done_at is not None


def test_when_a_colleague_leaves_nothing_is_lost(house, joost, mina, bas, at_screen):
    desk = at_screen(joost)
    for words in ("Ik zoek een oppas", "Wie helpt met de belasting?"):
        desk.open("/balie/").press("Save the question", words=words)
    role = Role.objects.get(user=joost)

    office = at_screen(bas).open("/kantoor/team/").follow(f"/team/{role.pk}/stopt/")
    office.press("Yes, end this role", **{f"to_{house.pk}": mina.pk})

    assert set(Question.objects.values_list("holder__first_name", flat=True)) == {"Mina"}
    hers = at_screen(mina).open("/vragen/mijn/")
    assert "oppas" in hers.page.text
    assert "belasting" in hers.page.text
    desk.open("/vragen/mijn/")
    assert "oppas" not in desk.page.text
