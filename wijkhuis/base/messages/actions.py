"""Writing messages, taking them back, and clearing the outbox."""

import re
from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.template.loader import get_template
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.messages.addresses import usable
from wijkhuis.base.messages.delivery import mark_failed
from wijkhuis.base.messages.jobs import leave_sending
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.queries import address_is_dead, waiting_without_a_job
from wijkhuis.base.messages.rules import DELETED_AFTER, WIPED_AFTER, Address, plain, what_is_wrong
from wijkhuis.base.messages.writing import template_name

__all__ = [
    "Address",
    "mark_failed",
    "purge_old_messages",
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
    context: dict[str, object] | None = None,
    house_id: int | None = None,
    send_from: datetime | None = None,
) -> Message | None:
    """Put a message in the outbox, in the caller's transaction; None when the address no longer works."""
    demand(bool(_TEMPLATE.fullmatch(template)), f"{template} is not the name of a message.")
    get_template(template_name(template))
    words = plain(context or {})
    wrong = what_is_wrong(words)
    demand(not wrong, _("“%(word)s” cannot be put in a message like this.") % {"word": wrong})
    address = usable(to)
    if address is None:
        demand(False, _("We cannot send anything to this address. Look whether it is complete."))
        return None
    if address_is_dead(address.channel, address.to):
        return None
    now = clock.now()
    message = Message.objects.create(
        template=template,
        language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        channel=address.channel,
        to=address.to,
        context=words,
        about_kind=about._meta.model_name or "",
        about_id=about.pk,
        house_id=house_id,
        written_at=now,
        send_from=send_from or now,
        reference=uuid4(),
    )
    leave_sending(message.pk, at=send_from)
    return message


@transaction.atomic
def withdraw_messages(*, about: models.Model) -> None:
    """Take back what did not go out yet, and forget to whom the rest went."""
    messages = Message.objects.filter(about_kind=about._meta.model_name, about_id=about.pk)
    messages.filter(sent_at__isnull=True).delete()
    messages.update(to="", context={})


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
