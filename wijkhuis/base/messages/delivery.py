"""One try to send one message, and what is written down about it.

A try is committed before it is made, together with the moment of the next one. A worker that is killed therefore leaves
a message that is due again, and Notify is asked whether it has the message already before it gets it a second time.
"""

from datetime import datetime

from django.db import transaction
from django.utils import translation

from wijkhuis.base import clock
from wijkhuis.base.messages import channels
from wijkhuis.base.messages.addresses import digest
from wijkhuis.base.messages.models import DeadAddress, Message
from wijkhuis.base.messages.queries import address_is_dead
from wijkhuis.base.messages.rules import Address, Verdict, next_try_in
from wijkhuis.base.messages.writing import put_into_words


@transaction.atomic
def begin_try(message_id: int) -> bool:
    """Count a try before it is made; False when there is nothing to send now or somebody else is sending it."""
    now = clock.now()
    message = _take(message_id)
    if message is None or message.send_from > now:
        return False
    wait = next_try_in(message.tries + 1)
    if wait is None:
        mark_failed(message, why=message.failure or "tried too often", switch_off=False)
        return False
    message.tries += 1
    message.send_from = now + wait
    message.save(update_fields=["tries", "send_from"])
    return True


def make_try(message_id: int) -> datetime | None:
    """Send it and write down how that went, in the caller's transaction; gives the moment of the next try, if any."""
    message = _take(message_id)
    if message is None:
        return None
    if address_is_dead(message.channel, message.to):
        mark_failed(message, why="this address no longer works")
        return None
    try:
        with translation.override(message.language):
            channels.hand_over(message, put_into_words(message))
    except channels.Trouble as trouble:
        if trouble.verdict is Verdict.NEVER:
            mark_failed(message, why=trouble.why)
            return None
        message.failure = trouble.why
        message.save(update_fields=["failure"])
        return message.send_from
    mark_sent(message)
    return None


def mark_sent(message: Message) -> None:
    """It is out of our hands."""
    message.sent_at, message.failure = clock.now(), ""
    message.context.pop("code", None)
    message.save(update_fields=["sent_at", "failure", "context"])


def mark_failed(message: Message, *, why: str, switch_off: bool = True) -> None:
    """It will not arrive; an address that never works is switched off."""
    message.failed_at, message.sent_at, message.failure = clock.now(), None, why[:200]
    message.context.pop("code", None)
    message.save(update_fields=["failed_at", "sent_at", "failure", "context"])
    if switch_off and message.to:
        known = {"channel": message.channel, "digest": digest(Address(message.channel, message.to))}
        about = {"about_kind": message.about_kind, "about_id": message.about_id, "house_id": message.house_id}
        facts = {"since": message.failed_at, "why": why[:200], **about}
        DeadAddress.objects.get_or_create(**known, defaults=facts)


def _take(message_id: int) -> Message | None:
    """The message, locked, unless it went already or somebody else has it in hand."""
    waiting = Message.objects.filter(pk=message_id, sent_at__isnull=True, failed_at__isnull=True)
    return waiting.select_for_update(skip_locked=True).first()
