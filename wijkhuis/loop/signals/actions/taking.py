"""Taking signals in: kept or skipped by a human, written new, and never with who it was about."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.base.language.typed import refuse_bsn
from wijkhuis.base.language.words import tidy
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.desk import access as desk
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals import access
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Considered, Listener, Signal
from wijkhuis.loop.signals.queries.offers import can_listen, known_about, what_was_said
from wijkhuis.loop.signals.queries.who import identity_of, identity_of_staff
from wijkhuis.loop.signals.rules import identity

# One by one in the order of their random ids, so that they do not lie on the disk in the order in which they came.
MIX = "UPDATE signals_signal SET meaning = NULL WHERE id = %s"
# Who presses twice, says it once; at the desk a question is considered once anyway.
KEPT_ONCE = (Signal.Source.STAFF, Signal.Source.ROUND)
SOURCES = {
    Considered.Offer.ANSWERED: Signal.Source.DESK,
    Considered.Offer.UNMET: Signal.Source.UNMET,
    Considered.Offer.DECLINED: Signal.Source.DECLINED,
}


class HoldsIdentity(RuleBroken):
    """A sentence still says who somebody is; what was found is shown, so that a human takes it out."""

    def __init__(self, found: Iterable[identity.Found]) -> None:
        super().__init__(_("This may show who it is about. Take it out, or say that it is no person."))
        self.found = list(found)


@dataclass(frozen=True)
class Wording:
    """What a human made of it; confirmed: words of which they say that it is no person."""

    sentence: str
    topic_words: list[str] = field(default_factory=list)
    neighbourhood: Neighbourhood | None = None
    language: str = "nl"
    confirmed: Collection[str] = ()


@transaction.atomic
def keep_signal(
    question: Question, *, wording: Wording, offer: str = Considered.Offer.ANSWERED, listens: bool = False, by: Actor
) -> None:
    """Keep one sentence of what a question offers; nothing ties the two, unless the person wants to hear back."""
    question = _consider(question, offer=offer, by=by)
    signal = write_signal(
        question.house,
        wording,
        source=SOURCES[Considered.Offer(offer)],
        token=pool_token(identity_of(question)),
        known=known_about(question),
    )
    if listens and can_listen(question):
        Listener.objects.update_or_create(question=question, defaults={"signal": signal})
    _leave_no_trace(question.house, by=by)


@transaction.atomic
def skip_signal(question: Question, *, offer: str = Considered.Offer.ANSWERED, by: Actor) -> None:
    """Say that a question offers no signal. It leaves the same traces as keeping one."""
    question = _consider(question, offer=offer, by=by)
    _leave_no_trace(question.house, by=by)


@transaction.atomic
def give_signal(house: House, *, wording: Wording, by: Actor) -> Signal:
    """Write down what somebody who works here notices."""
    demand(access.may_give_signal(by.user, house), _("This is for people who work in this house."), error=NotYours)
    assert by.user is not None
    token = pool_token(identity_of_staff(by.user))
    signal = write_signal(house, wording, source=Signal.Source.STAFF, token=token)
    mix(house)
    record("signals.signal_given", house, by=by)
    return signal


@transaction.atomic
def take_back_signal(signal_id: UUID, *, house: House, by: Actor) -> bool:
    """Take back what one wrote a moment ago, as long as it stands alone; tells whether it was still there."""
    demand(access.may_give_signal(by.user, house), _("This is for people who work in this house."), error=NotYours)
    loose = Signal.objects.filter(pk=signal_id, house=house, source=Signal.Source.STAFF, theme=None)
    if by.user is not None:
        loose = loose.filter(pool_token=pool_token(identity_of_staff(by.user)))
    gone, _kinds = loose.delete()
    record("signals.signal_taken_back", house, by=by)
    return bool(gone)


def write_signal(house: House, wording: Wording, *, source: str, token: str, known: Collection[str] = ()) -> Signal:
    """Keep a sentence with only its month, guarded; who calls this checked who may."""
    sentence = " ".join(tidy(wording.sentence).split())
    topics = [tidy(word) for word in wording.topic_words]
    demand(bool(sentence), _("Write the signal in one sentence."))
    refuse_bsn(sentence, *topics)
    demand(len(sentence) <= 300, _("Make it shorter: one sentence is enough."))
    found = identity.identity_in(" · ".join([sentence, *topics]), known=known)
    if left := identity.not_confirmed(found, wording.confirmed):
        raise HoldsIdentity(left)
    _demand_here(house, wording.neighbourhood)
    if source in KEPT_ONCE:
        House.objects.select_for_update(no_key=True).get(pk=house.pk)
        if same := Signal.objects.filter(house=house, source=source, pool_token=token, sentence=sentence).first():
            return same
    return Signal.objects.create(
        house=house,
        sentence=sentence,
        topic_words=topics,
        neighbourhood=wording.neighbourhood,
        month=clock.today().replace(day=1),
        source=source,
        language=wording.language,
        pool_token=token,
    )


def mix(house: House) -> None:
    """Write all signals of this month anew: which of them was written last, the database cannot tell.

    What they mean is let go of and computed again tonight, for all: without it the new ones are those that lack it.
    """
    same = Signal.objects.filter(house=house, month=clock.today().replace(day=1))
    ids = sorted(same.select_for_update(skip_locked=True).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.executemany(MIX, [[pk] for pk in ids])


def _consider(question: Question, *, offer: str, by: Actor) -> Question:
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("house", "contact", "household", "neighbourhood")
        .get(pk=question.pk)
    )
    demand(question.forgotten_at is None, _("This question was deleted."))
    whole = by.user is not None and desk.may_work_on(by.user, question) and desk.knows_it_whole(by.user, question)
    demand(whole, _("This is for who works on the question."), error=NotYours)
    demand(offer in SOURCES and _is_there(question, offer), _("There is nothing to keep here yet."))
    _row, is_new = Considered.objects.get_or_create(question=question, offer=offer)
    demand(is_new, _("Somebody already kept or skipped this."))
    return question


def _is_there(question: Question, offer: str) -> bool:
    if offer == Considered.Offer.ANSWERED:
        return question.answered_at is not None or question.closed_at is not None
    return bool(what_was_said(question, Considered.Offer(offer)))


def _demand_here(house: House, neighbourhood: Neighbourhood | None) -> None:
    here = neighbourhood is None or neighbourhood.district.city_id == house.city_id
    demand(here, _("Choose a neighbourhood of this house, or wider."))


def _leave_no_trace(house: House, *, by: Actor) -> None:
    """Kept or skipped: the same rows are written, and the journal names only the house."""
    mix(house)
    record("signals.offer_considered", house, by=by)
