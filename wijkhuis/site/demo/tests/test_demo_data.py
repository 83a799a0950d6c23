"""The invented district shows everything, and invents everybody."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.base.messages.models import Message
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.fieldwork.models import Assignment, Call, Tip
from wijkhuis.house.fieldwork.queries import learnt_from
from wijkhuis.house.library.models import Document
from wijkhuis.house.library.queries import search_archive
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.house.partners.queries import here_on
from wijkhuis.house.people.models import ContactWish
from wijkhuis.house.sources.models import Pair, SourceRecord
from wijkhuis.house.sources.queries.differences import differences, dropped
from wijkhuis.loop.agenda.models import Meeting, Task
from wijkhuis.loop.desk import access
from wijkhuis.loop.desk.models import AgreedStep, Conversation, Discussion, Handover, Question
from wijkhuis.loop.desk.queries.carrying import carriers
from wijkhuis.loop.desk.queries.lists import counts
from wijkhuis.loop.signals.models import Round, RoundNote, Signal
from wijkhuis.site.demo.actions.sources import CITY_LIST

pytestmark = pytest.mark.django_db
FICTIONAL = re.compile(r"^(085 000|06 0000) ")


@pytest.fixture(scope="module")
def district(django_db_setup, django_db_blocker):
    """The district is invented once for all these stories; each undoes only what it did itself."""
    said = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo_data", "--small", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def demo(district, db):
    return district


def user(name):
    return User.objects.get(email=f"{name}@voorbeeld.wijkhuis.nl")


def test_every_list_of_the_house_has_something_on_it(demo):
    brug = House.objects.get(slug="de-brug")

    on_the_lists = counts(user("joost"), brug, on=clock.today())

    # In a few weeks hardly anybody has been asked yet whether they would like to do something for others.
    del on_the_lists["gives_back"]
    assert [name for name, number in on_the_lists.items() if number == 0] == []


def test_signals_were_kept_and_a_round_is_planned(demo):
    kept = Signal.objects.exclude(source="desk")

    assert {"staff", "round"} <= set(kept.values_list("source", flat=True))
    assert Signal.objects.filter(source="desk").exists()
    assert [held.closed_on is None for held in Round.objects.order_by("held_on")] == [False, True]
    assert not RoundNote.objects.exists()


def test_the_archive_holds_papers_for_everyone_and_some_that_need_care(demo):
    documents = Document.objects.all()

    assert {"pdf", "docx", "html", "text"} <= set(documents.values_list("format", flat=True))
    assert documents.filter(is_public=True).count() == 7
    assert documents.filter(is_public=False, problem="").count() == 1
    assert documents.filter(remark="no_text").count() == documents.filter(problem="broken").count() == 1
    (hit, *_rest), _count = search_archive("lampen langs het pad", user=None)
    assert hit.page.document.title == "Verslag bewonersavond: licht op straat"


def test_everybody_finds_work_and_the_coordinator_carries_too_much(demo):
    brug = House.objects.get(slug="de-brug")

    heavy = [carrier.user.first_name for carrier in carriers(brug) if carrier.is_too_heavy]

    assert "Carla" in heavy
    assert access.offered_handovers(user("pieter")).exists()
    for name in ("wim", "pieter", "youssef", "nils", "mina"):
        assert Question.objects.held_by(user(name).pk).exists(), name


def test_partners_have_something_to_answer_and_one_said_no_with_a_suggestion(demo):
    tomorrow = clock.add_working_days(clock.today(), 1)

    assert Handover.objects.filter(ended_at=None, answer_by=tomorrow).exists()
    assert Handover.objects.filter(ending="declined").exclude(suggestion="").exists()
    assert Question.objects.open().filter(holder_partner__isnull=False).exists()
    assert Conversation.objects.exclude(missing="").exists()


def test_a_household_and_two_discussions_are_there(demo):
    of_a_household = Question.objects.open().filter(household__coordinator=user("carla"))

    assert of_a_household.count() == 3
    assert Discussion.objects.filter(closed_at=None, held_on__gte=clock.today()).exists()
    assert Discussion.objects.exclude(closed_at=None).exists()
    assert AgreedStep.objects.filter(done_at=None).exists()


def test_no_open_question_is_without_holder_and_nothing_happens_in_the_future(demo):
    nobody = Question.objects.open().filter(holder=None, holder_partner=None)

    assert not nobody.exists()
    assert not JournalLine.objects.filter(at__gt=timezone.now()).exists()
    assert JournalLine.objects.filter(at__lt=timezone.now() - timedelta(days=30)).exists()


def test_somebody_is_here_on_every_day_of_the_week(demo):
    for house in House.objects.all():
        # From tomorrow on: whoever came today may have gone home.
        week = [clock.today() + timedelta(days=days) for days in range(1, 8)]
        assert all(here_on(house, on=day) for day in week), house


def test_somebody_finds_something_out_and_the_class_learnt(demo):
    half, done = Assignment.objects.order_by("-made_on")

    assert 0 < half.findings.exclude(found_on=None).count() < half.findings.count()
    assert learnt_from(done).new == 1
    assert done.learnt
    assert sorted(Tip.objects.values_list("call", flat=True).distinct()) == sorted(
        Call.objects.values_list("pk", flat=True)
    )
    assert KeyPerson.objects.filter(agreed_until__lt=clock.today()).exists()


def test_nobody_exists_and_nobody_gets_a_message(demo):
    phones = [*ContactWish.objects.exclude(phone="").values_list("phone", flat=True)]
    phones += [*Entry.objects.exclude(phone="").values_list("phone", flat=True)]
    phones += [*House.objects.values_list("phone", flat=True), *User.objects.values_list("phone", flat=True)]
    phones += [*Professional.objects.values_list("phone", flat=True)]
    phones += [*Partnership.objects.values_list("function_phone", flat=True)]
    emails = [*ContactWish.objects.exclude(email="").values_list("email", flat=True)]
    emails += [*Entry.objects.exclude(email="").values_list("email", flat=True)]
    reaches = " ".join(KeyPerson.objects.values_list("reach", flat=True))

    assert [phone for phone in phones if not FICTIONAL.match(phone)] == []
    assert [email for email in emails if not email.endswith(".example")] == []
    assert all(FICTIONAL.match(found) for found in re.findall(r"0\d[\d ]{8,}", reaches))
    assert not Message.objects.filter(sent_at=None).exists()
    # Sixty of the district, and five of the list of the city.
    assert Entry.objects.count() == 66


def test_the_list_of_the_city_says_otherwise_dropped_something_and_has_something_twice(demo):
    of_the_city = SourceRecord.objects.filter(source__name=CITY_LIST)

    assert [(one.fact, one.record.entry.name) for one in differences(of_the_city)] == [("phone", "Stadspas")]
    assert [record.entry.name for record in dropped(of_the_city)] == ["Gespreksgroep mantelzorg"]
    assert {pair.second.name for pair in Pair.objects.all()} == {"De Brug: eettafel", "Naaiatelier Draad & Daad"}


def test_a_house_where_something_lives_is_left_alone(demo):
    before = Question.objects.count()
    said = StringIO()

    call_command("demo_data", stdout=said)

    assert Question.objects.count() == before
    assert "already" in said.getvalue()
    assert "joost@voorbeeld.wijkhuis.nl" in said.getvalue()


def test_the_neighbourhood_agenda_shows_four_kinds_of_decisions_and_one_late_answer(demo, client):
    page = client.get("/wijkagenda/de-brug/").content.decode()

    for heading in ("Dit pakken we op", "Gevraagd aan de gemeente", "Dit houden we in de gaten", "Dit laten we los"):
        assert heading in page
    assert "Dat is er nog niet." in page
    assert Meeting.objects.filter(closed_at=None).count() == 1
    assert {task.seat.first_name for task in Task.objects.all()} == {"Rita", "Mo", "Carla"}
