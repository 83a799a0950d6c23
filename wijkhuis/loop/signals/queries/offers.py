"""What a question offers as a signal: one sentence made from its words, and the needs that were not met."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from wijkhuis.base.accounts.models import User
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.desk import access as desk
from wijkhuis.loop.desk.models import Conversation, Handover, Question
from wijkhuis.loop.signals.models import Considered
from wijkhuis.loop.signals.queries.library import library_sentence
from wijkhuis.loop.signals.rules import identity, sentence, topics

Offer = Considered.Offer
AT_MOST = 30


@dataclass(frozen=True)
class Proposed:
    """One sentence to keep, change or skip; empty when the worker had better write it."""

    question: Question
    offer: Offer
    sentence: str
    topics: list[str] = field(default_factory=list)


def known_about(question: Question) -> list[str]:
    """What is written about the person and their household, and the neighbours of the house; one query."""
    return [*facts_about(question), *_neighbours([question.house_id]).get(question.house_id, [])]


def facts_about(question: Question) -> list[str]:
    """What is written about the person and their household beside the words; no query when both were read along."""
    contact, household = question.contact, question.household
    facts = [household.called] if household else []
    if contact:
        facts += [contact.called, contact.phone, contact.email, contact.street, contact.for_whom]
        facts += contact.postal.splitlines()
    return [fact.strip() for fact in facts if len(fact.strip()) > 1]


def proposed(question: Question, offer: Offer = Offer.ANSWERED, *, said: str = "") -> Proposed:
    """The sentence a question offers, made from its words or from what was said to be missing."""
    known = known_about(question)
    words = identity.hidden(said or question.words, known=known)
    text = _SENTENCES[offer](words)
    if identity.identity_in(text, known=known):
        text = identity.hidden(text, known=known)
    return Proposed(question, offer, text, topics.topics_of(text))


def is_offered(question: Question) -> bool:
    """Whether there is something to consider: it was answered or has ended, and nobody kept or skipped it yet."""
    if question.answered_at is None and question.closed_at is None:
        return False
    if question.forgotten_at is not None or not question.words:
        return False
    return not Considered.objects.filter(question=question, offer=Offer.ANSWERED).exists()


def can_listen(question: Question) -> bool:
    """Whether there is a way to hear what comes of it: any they chose, also coming by; else their own page."""
    if question.contact is None:
        return question.link_token is not None
    return question.contact.way != ContactWish.Way.NONE


def hears_how(question: Question) -> str:
    """How they would hear it, in words for who asks them; nothing for a message that goes by itself."""
    if question.contact is None:
        return _("They read it on the page of their question. Give them the slip with the link.")
    if question.contact.way == ContactWish.Way.COME_BY:
        return _("A colleague tells them when they come by.")
    return ""


def offers_of(user: User, house_ids: Iterable[int]) -> list[Proposed]:
    """What was not there and what partners declined, one per question somebody may read in full, the newest first."""
    ids = list(house_ids)
    seen = desk.visible_questions(user).filter(house_id__in=ids)
    unmet = Conversation.objects.exclude(missing="").filter(_free(Offer.UNMET), question__in=seen)
    declined = Handover.objects.filter(_free(Offer.DECLINED), ending=Handover.Ending.DECLINED, question__in=seen)
    ended = declined.exclude(reason="").exclude(ended_at=None).order_by("-pk")
    needs = list(unmet.order_by("-pk").values_list("held_at", "question_id", "missing")[: AT_MOST * 2])
    missed = {question_id for _at, question_id, _words in needs}
    rows = [(at, question_id, Offer.UNMET, words) for at, question_id, words in needs]
    for at, question_id, reason in ended.values_list("ended_at", "question_id", "reason")[: AT_MOST * 2]:
        if at is not None and question_id not in missed:
            rows.append((at, question_id, Offer.DECLINED, reason))
    said: dict[tuple[int, Offer], str] = {}
    for _at, question_id, offer, words in sorted(rows, key=lambda row: row[0], reverse=True):
        said.setdefault((question_id, offer), words)
    return _proposals(user, said)


def what_was_said(question: Question, offer: Offer) -> str:
    """What was not there, or why a partner could not take it over; "" when nothing was said."""
    if offer == Offer.UNMET:
        found = question.conversations.exclude(missing="").order_by("-pk").values_list("missing", flat=True)
        return found.first() or ""
    declined = question.handovers.filter(ending=Handover.Ending.DECLINED).exclude(reason="")
    return declined.order_by("-pk").values_list("reason", flat=True).first() or ""


def _free(offer: Offer) -> Q:
    return ~Q(Exists(Considered.objects.filter(question=OuterRef("question"), offer=offer)))


def _neighbours(house_ids: Iterable[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for house_id, name in KeyPerson.objects.filter(house_id__in=list(house_ids)).values_list("house_id", "name"):
        names.setdefault(house_id, []).append(name)
    return names


def _proposals(user: User, said: dict[tuple[int, Offer], str]) -> list[Proposed]:
    ids = {question_id for question_id, _offer in said}
    beside = ("house", "contact", "household", "neighbourhood")
    questions = {question.pk: question for question in Question.objects.filter(pk__in=ids).select_related(*beside)}
    readable = desk.in_full_view(user, questions.values())
    names = _neighbours({question.house_id for question in questions.values()})
    found: list[Proposed] = []
    for (question_id, offer), words in said.items():
        if question_id in readable and len(found) < AT_MOST:
            question = questions[question_id]
            known = [*facts_about(question), *names.get(question.house_id, [])]
            text = _SENTENCES[offer](identity.hidden(words, known=known))
            found.append(Proposed(question, offer, text, topics.topics_of(text)))
    return found


def _answered(words: str) -> str:
    made = sentence.propose(words)
    if made and not made.startswith(sentence.QUOTES):
        return made
    return library_sentence(words, can_be_quoted=bool(made)) or made


def _unmet(words: str) -> str:
    return f"Dit was er niet: {_inside(words)}"


def _declined(words: str) -> str:
    return f"Een partner kon dit niet overnemen: {_inside(words)}"


def _inside(words: str) -> str:
    line = " ".join(words.split())[:220]
    return f"{line[:1].lower()}{line[1:]}" if line[1:2].islower() else line


_SENTENCES = {Offer.ANSWERED: _answered, Offer.UNMET: _unmet, Offer.DECLINED: _declined}
