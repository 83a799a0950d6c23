"""The outbox: a message is written in the same transaction as what it tells of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """Ways a message can go out by itself."""

    EMAIL = "email", _("e-mail")
    SMS = "sms", _("text message")
    LETTER = "letter", _("letter")


class Message(models.Model):
    """One message to one address: at most a first name, a date, a place and a link."""

    template = models.CharField(max_length=40)
    language = models.CharField(max_length=12)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    to = models.TextField()
    context = models.JSONField(default=dict)
    about_kind = models.CharField(max_length=30)
    about_id = models.BigIntegerField()
    house_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField()
    send_from = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    reference = models.UUIDField(unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["about_kind", "about_id"], name="message_about_a_record"),
            models.Index(fields=["written_at"], name="message_by_age"),
            models.Index(fields=["house_id", "failed_at"], name="message_that_failed"),
            models.Index(
                fields=["send_from"],
                condition=models.Q(sent_at__isnull=True, failed_at__isnull=True),
                name="message_that_waits",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(failed_at__isnull=True),
                name="message_is_sent_or_failed_not_both",
            )
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.channel} {self.pk}"


class DeadAddress(models.Model):
    """An address that refuses messages for good, kept as a keyed hash so that the list is no address book."""

    channel = models.CharField(max_length=10, choices=Channel.choices)
    digest = models.CharField(max_length=64)
    since = models.DateTimeField()
    why = models.CharField(max_length=200, blank=True)
    # What the message was about, so that people who may see that can tell whose address it is.
    about_kind = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True)
    house_id = models.BigIntegerField(null=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "digest"], name="dead_address_is_listed_once")]

    def __str__(self) -> str:
        return f"{self.channel} {self.digest[:8]}"
