"""Two people do something with the same discussion at once: nothing is written in what was closed, nothing twice."""

from datetime import timedelta

import pytest

from tests.cast import by
from tests.faults.test_at_the_same_time import at_once
from wijkhuis.base import clock
from wijkhuis.base.errors import RuleBroken
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.models import AgreedStep, DiscussionItem


@pytest.fixture
def item(house, carla, joost, db):
    meeting = actions.plan_discussion(house, held_on=clock.today(), by=by(carla))
    question = actions.take_down_question(house, words="Schimmel in huis", by=by(joost))
    facts = {"basis": "without_identity", "summary": "Wie helpt bij vocht?", "by": by(joost)}
    return actions.put_on_discussion(question, discussion=meeting, **facts)


def opened_before(item):
    """What somebody has on their screen since before."""
    return DiscussionItem.objects.select_related("discussion__house", "question").get(pk=item.pk)


@pytest.mark.django_db
def test_what_a_colleague_closed_meanwhile_does_not_change(item, carla, joost):
    seen = opened_before(item)
    actions.close_discussion(item.discussion, present="Carla", by=by(carla))
    step = {"who": "Wim", "what": "belt", "by_on": None, "by": by(carla)}
    other = {"held_on": clock.today(), "chair": carla, "by": by(carla)}

    for late in (
        lambda: actions.keep_what_was_agreed(seen, agreed="Toch anders", by=by(carla)),
        lambda: actions.agree_step(opened_like(seen), **step),
        lambda: actions.close_discussion(opened_like(seen).discussion, present="Niemand", by=by(carla)),
        lambda: actions.change_discussion(opened_like(seen).discussion, **other),
    ):
        with pytest.raises(RuleBroken):
            late()

    assert DiscussionItem.objects.get().agreed == ""
    assert DiscussionItem.objects.get().discussion.present == "Carla"


@pytest.mark.django_db
def test_what_a_colleague_called_off_meanwhile_is_said_in_a_sentence(item, carla):
    seen = opened_before(item)
    actions.cancel_discussion(item.discussion, by=by(carla))

    with pytest.raises(RuleBroken):
        actions.close_discussion(seen.discussion, present="Carla", by=by(carla))


@pytest.mark.django_db(transaction=True)
def test_a_step_that_is_agreed_by_two_presses_at_once_stands_there_once(item, carla):
    step = {"who": "Wim", "what": "belt", "by_on": clock.today() + timedelta(days=1), "by": by(carla)}

    at_once(*[lambda: actions.agree_step(opened_before(item), **step)] * 4)

    assert AgreedStep.objects.count() == 1


def opened_like(seen):
    """The same screen once more: an action may bring what it was given up to date."""
    seen.discussion.closed_at = None
    return seen
