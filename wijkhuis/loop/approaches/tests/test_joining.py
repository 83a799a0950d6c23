"""Joining: asked by who works on the question, once; and nobody of the group finds out who listens."""

import pytest

from tests.cast import by
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import RESIDENT, Actor
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.loop.approaches import access, jobs
from wijkhuis.loop.approaches.actions.joining import ask_to_join, join_from_own_page, sign_up
from wijkhuis.loop.approaches.actions.leaving import leave
from wijkhuis.loop.approaches.actions.telling import tell_back
from wijkhuis.loop.approaches.models import Joiner
from wijkhuis.loop.approaches.queries.leaving import key_of
from wijkhuis.loop.desk.actions import forget_question
from wijkhuis.loop.signals.models import Listener, Seat

pytestmark = pytest.mark.django_db
VISITOR = Actor(label="visitor", origin="192.0.2.9")


@pytest.fixture
def seated(group, rita):
    """Rita sits in the group, and works on no question."""
    Seat.objects.create(group=group, user=rita, starts_on="2020-01-01")
    return rita


def test_who_works_on_the_question_asks_and_a_no_is_never_asked_again(approach, theme, listen, joost):
    question = listen(theme)

    ask_to_join(approach, question=question, answer="no", by=by(joost))

    with pytest.raises(RuleBroken, match="al eens gevraagd"):
        ask_to_join(approach, question=question, answer="yes", first_name="A", how_to_reach="b", by=by(joost))
    assert Joiner.objects.get().first_name == ""


def test_a_colleague_who_did_not_say_why_does_not_ask(approach, theme, listen, mina):
    with pytest.raises(NotYours):
        ask_to_join(approach, question=listen(theme), answer="no", by=by(mina))


def test_who_did_not_say_tell_me_is_not_asked(approach, theme, listen, joost):
    question = listen(theme)
    Listener.objects.all().delete()

    with pytest.raises(RuleBroken):
        ask_to_join(approach, question=question, answer="no", by=by(joost))


def test_who_joins_is_seen_by_owner_and_supporter_only(approach, theme, listen, joost, carla, seated, sign_in):
    ask_to_join(approach, question=listen(theme), answer="yes", first_name="Aylin", how_to_reach="06 1", by=by(joost))

    assert [joiner.first_name for joiner in access.visible_joiners(carla)] == ["Aylin"]
    assert not access.visible_joiners(seated).exists()
    assert "Aylin" in sign_in(carla).get(f"/aanpak/{approach.pk}/").content.decode()
    assert "Aylin" not in sign_in(seated).get(f"/aanpak/{approach.pk}/").content.decode()


def test_somebody_of_the_group_never_finds_who_listens(approach, theme, listen, seated, carla, sign_in):
    question = listen(theme, called="Kanarie")
    told = tell_back(approach, words="Er is nieuws", moment="between", by=by(carla))
    jobs.tell_everybody(told.pk)
    browser = sign_in(seated)

    pages = [
        f"/aanpak/{approach.pk}/",
        f"/aanpak/{approach.pk}/vertellen/",
        "/aanpak/",
        f"/aanpak/{approach.pk}/poster/",
    ]
    pages += [f"/vragen/{question.pk}/", f"/vragen/{question.pk}/meedoen/{approach.pk}/", "/vragen/terug/"]
    seen = [browser.get(page).content.decode() for page in pages]

    assert not any("Kanarie" in page or question.link_token in page for page in seen)
    assert [browser.get(page).status_code for page in pages[4:]] == [404, 404, 403]
    # Nothing in the journal ties the news to a question.
    about = JournalLine.objects.filter(action__startswith="approaches.", about_kind="question")
    assert not about.exists()


def test_telling_says_nothing_of_how_many_listen(approach, theme, listen, seated, carla, sign_in):
    browser = sign_in(seated)
    address = f"/aanpak/{approach.pk}/vertellen/"
    form = {"words": "Nieuws", "moment": "between"}
    nobody = browser.post(address, form).content.decode()
    listen(theme)

    somebody = browser.post(address, form).content.decode()

    assert without_tokens(nobody) == without_tokens(somebody)


def test_from_four_to_five_to_six_nobody_is_counted_by_subtraction(make_theme, make_approach_of, listen, client):
    approach = make_approach_of(make_theme(4, name="Vier"))
    assert client.get(f"/aanpak/{approach.pk}/").status_code == 404
    question = listen(approach.theme)

    own = client.get(f"/mijn/{question.link_token}/").content.decode()

    assert "anderen" not in own
    assert approach.name not in own


def test_signing_up_and_leaving_by_the_link(approach, client):
    client.post(f"/aanpak/{approach.pk}/meedoen/", {"first_name": "Youssef", "how_to_reach": "06 12345678"})
    joiner = Joiner.objects.get()
    key = key_of(joiner)

    assert client.get(f"/aanpak/weg/{joiner.pk}-{'x' * 24}/").status_code == 404
    assert client.get(f"/aanpak/weg/{key}/").status_code == 200
    assert client.post(f"/aanpak/weg/{key}/").status_code == 200

    assert not Joiner.objects.exists()
    assert client.get(f"/aanpak/weg/{key}/").status_code == 404


def test_signing_up_refuses_a_citizen_service_number_and_too_many_tries(approach, client):
    address = f"/aanpak/{approach.pk}/meedoen/"
    assert client.post(address, {"first_name": "A", "how_to_reach": "111222333"}).status_code == 422
    answers = [client.post(address, {"first_name": "A", "how_to_reach": f"b{one}"}).status_code for one in range(10)]

    assert answers[-1] == 429
    assert Joiner.objects.count() == 9


def test_who_joined_through_a_question_leaves_and_is_not_asked_again(approach, theme, listen, joost):
    question = listen(theme)
    resident = Actor(label=RESIDENT.label)
    joiner = join_from_own_page(
        approach, question=question, answer="yes", first_name="Aylin", how_to_reach="06 1", by=resident
    )

    leave(joiner, by=VISITOR)

    joiner.refresh_from_db()
    assert (joiner.first_name, joiner.how_to_reach, joiner.answer) == ("", "", "no")
    with pytest.raises(RuleBroken):
        ask_to_join(approach, question=question, answer="yes", first_name="A", how_to_reach="b", by=by(joost))


def test_who_is_forgotten_joins_no_more(approach, theme, listen, joost):
    question = listen(theme)
    ask_to_join(approach, question=question, answer="yes", first_name="Aylin", how_to_reach="06 1", by=by(joost))

    forget_question(question, by=by(joost))

    assert not Joiner.objects.exists()


def test_nobody_joins_what_has_ended(approach, carla, client):
    approach.result, approach.ended_on = "Klaar", "2026-01-01"
    approach.save()

    assert client.get(f"/aanpak/{approach.pk}/meedoen/").status_code == 404
    with pytest.raises(RuleBroken):
        sign_up(approach, first_name="A", how_to_reach="b", by=VISITOR)


def without_tokens(page):
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]
