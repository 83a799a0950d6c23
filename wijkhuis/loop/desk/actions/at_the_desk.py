"""Keeping once what is sent twice: a talk at the desk with all that was given along, a question from home."""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.language.words import tidy
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.desk.actions.take_down import ask_online, write_down
from wijkhuis.loop.desk.actions.talk import give_answer, note_conversation
from wijkhuis.loop.desk.models import Question


def keep_talk(
    house: House,
    *,
    words: str,
    by: Actor,
    notes: Mapping[str, str],
    given: Iterable[Mapping[str, Any]],
    once: str,
    missing: str = "",
    **facts: Any,
) -> Question:
    """Keep a question with its notes, what was not there and the answers given along. Sent twice it is kept once."""
    link = _link_of(once, words=words, by=by)
    try:
        with transaction.atomic():
            question = write_down(house, words=words, by=by, link_token=link, **facts)
            for rung, note in notes.items():
                note_conversation(question, rung=rung, words=note, by=by)
            if missing:
                note_conversation(question, missing=missing, by=by)
            for answer in given:
                give_answer(question, by=by, **answer)
    except IntegrityError as error:
        if "link_token" not in str(error):
            raise
        return Question.objects.get(link_token=link)
    return question


def ask_once(house: House, *, words: str, by: Actor, once: str, **facts: Any) -> Question:
    """Keep a question that somebody asks by themselves. The same form sent twice is kept once."""
    link = _link_of(once, words=words, by=by) if once else ""
    try:
        return ask_online(house, words=words, by=by, link_token=link, **facts)
    except IntegrityError as error:
        if "link_token" not in str(error):
            raise
        return Question.objects.get(link_token=link)


def _link_of(once: str, *, words: str, by: Actor) -> str:
    """160 bits that only this installation can make, the same for the same words from the same form."""
    user_id = by.user.pk if by.user else 0
    made = salted_hmac("desk.link", f"{once}|{user_id}|{tidy(words)}", algorithm="sha256")
    return urlsafe_b64encode(made.digest()[:20]).decode().rstrip("=")
