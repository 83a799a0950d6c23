"""Writing messages, taking them back, and clearing the outbox."""

import re
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.template.loader import get_template

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.messages.addresses import usable
from wijkhuis.base.messages.delivery import mark_failed, mark_sent
from wijkhuis.base.messages.jobs import leave_sending, send_message
from wijkhuis.base.messages.models import DeadAddress, Message
from wijkhuis.base.messages.queries import address_is_dead, messages_about, waiting_without_a_job
from wijkhuis.base.messages.rules import (
    DELETED_AFTER,
    WIPED_AFTER,
    Address,
    Verdict,
    after_report,
    plain,
    unknown_words,
)
from wijkhuis.base.messages.writing import template_name

__all__ = [
    "Address",
    "mark_failed",
    "note_report",
    "purge_old_messages",
    "send_at_once",
    "switch_on_address",
    "take_back_waiting",
    "take_up_forgotten_messages",
    "withdraw_messages",
    "write_message",
]

_TEMPLATE = re.compile(r"[a-z_]+/[a-z_]+")


@transaction.atomic
def write_message(
    *,
    template: str,
    to: Address,
    about: models.Model,
    language: str = settings.LANGUAGE_CODE,
    context: Mapping[str, object] | None = None,
    house_id: int | None = None,
    send_from: datetime | None = None,
) -> Message | None:
    """Put a message in the outbox, in the caller's transaction; None when nothing can arrive at the address."""
    demand(bool(_TEMPLATE.fullmatch(template)), f"{template} is not the name of a message.")
    get_template(template_name(template))
    unknown = unknown_words(context or {})
    demand(not unknown, f"A message never holds: {', '.join(unknown)}.")
    address = usable(to)
    if address is None or address_is_dead(address.channel, address.to):
        return None
    now = clock.now()
    message = Message.objects.create(
        template=template,
        language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        channel=address.channel,
        to=address.to,
        context=plain(context or {}),
        about_kind=about._meta.model_name or "",
        about_id=about.pk,
        house_id=house_id,
        written_at=now,
        send_from=send_from or now,
        reference=uuid4(),
    )
    leave_sending(message.pk, at=send_from)
    return message


def send_at_once(message: Message) -> None:
    """Try to send a message now, without waiting for a worker."""
    send_message(message_id=message.pk)
    message.refresh_from_db()


@transaction.atomic
def take_back_waiting(messages: models.QuerySet[Message]) -> list[str]:
    """Take back those of these messages that did not go out yet, oldest first: the names of their templates."""
    waiting = messages.filter(sent_at__isnull=True, failed_at__isnull=True).order_by("pk").select_for_update()
    found = list(waiting)
    Message.objects.filter(pk__in=[message.pk for message in found]).delete()
    return [message.template for message in found]


@transaction.atomic
def withdraw_messages(*, about: models.Model) -> None:
    """Take back what did not go out yet, and forget to whom the rest went."""
    messages = messages_about(about)
    messages.filter(sent_at__isnull=True).delete()
    messages.update(to="", context={})
    DeadAddress.objects.filter(about_kind=about._meta.model_name, about_id=about.pk).update(about_id=None)


@transaction.atomic
def switch_on_address(address: DeadAddress) -> None:
    """Write to an address again; messages that failed stay failed, the next one goes. The caller writes it down."""
    address.delete()


@transaction.atomic
def note_report(*, reference: UUID, status: str) -> None:
    """Write down what Notify reports of a message; a second report of the same changes nothing."""
    message = Message.objects.filter(reference=reference, failed_at__isnull=True).select_for_update().first()
    if message is None:
        return
    verdict = after_report(status)
    if verdict:
        mark_failed(message, why=f"Notify {status}", switch_off=verdict is Verdict.NEVER)
    elif message.sent_at is None:
        mark_sent(message)


@transaction.atomic
def take_up_forgotten_messages(*, now: datetime, at_most: int = 500) -> int:
    """Give a new job to messages that are due and whose job was lost; gives how many."""
    lost = waiting_without_a_job(now=now).select_for_update(skip_locked=True, of=("self",))
    numbers = list(lost.values_list("pk", flat=True)[:at_most])
    for number in numbers:
        leave_sending(number)
    return len(numbers)


@transaction.atomic
def purge_old_messages(*, before: datetime | None = None) -> int:
    """Forget the address a week after sending and the message after ninety days, counted back from a moment."""
    moment = before or clock.now()
    week = moment - WIPED_AFTER
    done = Message.objects.filter(Q(sent_at__lt=week) | Q(failed_at__lt=week)).exclude(to="", context={})
    wiped = done.update(to="", context={})
    deleted, _kinds = Message.objects.filter(written_at__lt=moment - DELETED_AFTER).delete()
    return wiped + deleted
