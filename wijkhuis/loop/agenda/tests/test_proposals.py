"""In a meeting each kind of proposal asks its own question, on the screen and on paper, and says what a yes does."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.queries.meetings import points_of
from wijkhuis.loop.signals import actions as signals
from wijkhuis.loop.signals.models import Proposal, Signal, Theme, Voice

pytestmark = pytest.mark.django_db
ASKED = {
    "new": ("Horen deze zinnen bij elkaar?", "Ja, deze horen bij elkaar", "Dit is nu een thema"),
    "grow": ("Horen deze zinnen ook bij “De bus”?", "Ja, deze horen erbij", "Deze zinnen horen er nu bij"),
    "shrink": ("Passen deze zinnen niet meer bij “De bus”?", "Ja, haal ze eruit", "Deze zinnen staan weer los"),
    "split": ("Is “De bus” eigenlijk twee thema&#x27;s?", "Ja, maak er twee van", "Dit zijn nu twee thema"),
    "merge": ("Zijn De bus en De halte samen één thema?", "Ja, één thema", "Deze twee zijn nu één thema"),
}


@pytest.fixture
def point(house, group, rita, theme_of):
    """A meeting with a proposal of this kind about a theme of eight people: point("shrink")."""

    def make(kind):
        bus, halt = theme_of(8, name="De bus"), theme_of(6, name="De halte")
        loose = Signal.objects.create(house=house, sentence="Iemand zoekt werk.", month=clock.today().replace(day=1))
        about = {"theme": None if kind == "new" else bus, "other": halt if kind == "merge" else None}
        name = "Apart" if kind in ("new", "split") else ""
        proposal = Proposal.objects.create(house=house, kind=kind, name=name, made_on=clock.today(), **about)
        chosen = {"new": [loose], "grow": [loose], "merge": halt.signals.all()}.get(kind, bus.signals.all()[:2])
        proposal.signals.set(chosen)
        meeting = actions.plan_meeting(group, starts_at=clock.now() + timedelta(days=2), by=by(rita))
        return meeting.items.get(proposal=proposal)

    return make


@pytest.mark.parametrize("kind", ASKED)
def test_each_kind_asks_its_own_question_on_screen_and_on_paper(client, sign_in, rita, point, kind):
    question, yes, _done = ASKED[kind]
    item = point(kind)
    sign_in(rita)

    screen = client.get(reverse("agenda:item", args=[item.pk])).content.decode()
    paper = client.get(reverse("agenda:meeting_paper", args=[item.meeting_id])).content.decode()

    for page in (screen, paper):
        assert question in page
        assert yes in page
    assert ("Horen deze zinnen bij elkaar?" in screen) == (kind == "new")
    # What becomes a theme is decided on at once; the others are only a yes or a no.
    apart = paper.partition(question)[2].partition("</section>")[0]
    assert ("We laten het los" in apart) == (kind == "new")


@pytest.mark.parametrize("kind", ASKED)
def test_after_a_yes_people_read_what_happened(client, sign_in, rita, point, kind):
    item = point(kind)
    sign_in(rita)
    name = {"new": "Werk", "split": "Apart", "merge": "De halte"}.get(kind, "")

    said = {"answer": "yes", "name": name}
    page = client.post(reverse("agenda:answer_proposal", args=[item.pk]), said, follow=True).content.decode()

    assert ASKED[kind][2] in page
    assert Proposal.objects.get().accepted is True
    bus = Theme.objects.filter(pk=item.proposal.theme_id).first()
    counted = {"grow": 9, "shrink": 6, "split": 6, "merge": 14}
    assert kind == "new" or (bus.signals.count(), bus.name) == (
        counted[kind],
        "De halte" if kind == "merge" else "De bus",
    )


def test_before_sentences_are_taken_out_it_says_that_their_people_count_no_more(client, sign_in, rita, point):
    item = point("shrink")
    page = sign_in(rita).get(reverse("agenda:item", args=[item.pk])).content.decode()
    assert "ze tellen voor niemand" in page

    actions.answer_proposal(item, is_yes=False, by=by(rita))

    assert Voice.objects.filter(signal__theme=item.proposal.theme).values("token").distinct().count() == 8


def test_a_no_can_be_taken_back_while_the_meeting_is_open(client, sign_in, rita, point):
    item = point("merge")
    url = reverse("agenda:answer_proposal", args=[item.pk])
    sign_in(rita)
    page = client.post(url, {"answer": "no"}, follow=True).content.decode()
    assert 'value="after_all"' in page

    client.post(url, {"answer": "after_all"})

    item.refresh_from_db()
    assert (item.done_at, Proposal.objects.get().decided_on) == (None, None)
    assert "Ja, één thema" in client.get(reverse("agenda:item", args=[item.pk])).content.decode()


def test_what_is_settled_before_the_meeting_is_off_the_agenda(client, sign_in, rita, point):
    merging = point("merge")
    bus, halt = merging.proposal.theme, merging.proposal.other
    meeting = merging.meeting
    signals.confirm_proposal(merging.proposal, name="De bus", by=by(rita))
    sign_in(rita)

    paper = client.get(reverse("agenda:meeting_paper", args=[meeting.pk])).content.decode()
    assert [one.item.theme for one in points_of(meeting, today=clock.today())] == [bus]
    assert halt.name not in paper

    # Whoever still has it open is told, and is back at the agenda.
    page = client.get(reverse("agenda:item", args=[merging.pk]), follow=True).content.decode()
    assert "Dit punt staat niet meer op de agenda" in page


def test_what_was_settled_in_the_meeting_stays_in_its_place(rita, point):
    item = point("merge")
    actions.answer_proposal(item, is_yes=False, by=by(rita))

    shown = points_of(item.meeting, today=clock.today())

    assert item in [one.item for one in shown]
