"""Reading the outbox."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from procrastinate.contrib.django.models import ProcrastinateJob

from wijkhuis.base.messages.addresses import digest, usable
from wijkhuis.base.messages.models import Channel, DeadAddress, Message
from wijkhuis.base.messages.rules import Address


def goes_by_notify(channel: str) -> bool:
    """Whether messages of this kind go out by NotifyNL; letters and text messages go no other way."""
    return bool(settings.NOTIFY_API_KEY and settings.NOTIFY_TEMPLATES[channel])


def goes_out_by_itself(channel: str) -> bool:
    """Whether messages of this kind reach anybody from here; in a demo the screen plays everybody's mailbox."""
    by_mail = channel == Channel.EMAIL
    return by_mail or goes_by_notify(channel) or settings.DEMO or settings.DEBUG


def failed_messages(*, house_ids: list[int]) -> QuerySet[Message]:
    """Messages of these houses that did not arrive, newest first: this address no longer works."""
    return Message.objects.filter(house_id__in=house_ids, failed_at__isnull=False).order_by("-failed_at")


def dead_addresses(*, house_ids: list[int]) -> QuerySet[DeadAddress]:
    """Addresses these houses wrote to that were switched off, newest first."""
    return DeadAddress.objects.filter(house_id__in=house_ids).order_by("-since", "-pk")


def address_is_dead(channel: str, to: str) -> bool:
    """Whether messages to this address were refused for good."""
    return DeadAddress.objects.filter(channel=channel, digest=digest(Address(channel, to))).exists()


def works(address: Address) -> bool:
    """Whether a message can arrive here, as far as we know: it is an address, and it was not switched off."""
    found = usable(address)
    return found is not None and not address_is_dead(found.channel, found.to)


def messages_about(record: models.Model) -> QuerySet[Message]:
    """Everything that was written about a record."""
    return Message.objects.filter(about_kind=record._meta.model_name, about_id=record.pk)


def last_sent_at(about: models.Model, *, otherwise: datetime) -> datetime | None:
    """When the newest message about something went out, `otherwise` when it did not yet; None when it is forgotten."""
    message = messages_about(about).order_by("-pk").first()
    return (message.sent_at or otherwise) if message else None


def waiting_without_a_job(*, now: datetime) -> QuerySet[Message]:
    """Messages that should have gone and that no job will take up."""
    name = Concat(Value("message:"), Cast(OuterRef("pk"), TextField()))
    jobs = ProcrastinateJob.objects.filter(status="todo", queueing_lock=name)
    return (
        Message.objects.filter(sent_at__isnull=True, failed_at__isnull=True, send_from__lte=now)
        .filter(~Exists(jobs))
        .order_by(F("send_from"))
    )
