"""What belongs to an entry: further places, times, and what houses add to it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models.entries import Entry, Located
from wijkhuis.house.neighbourhood.models import House


class Location(Located):
    """A further place where an entry is offered; the first place is the address of the entry itself."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="locations")
    name = models.CharField(_("name of the place"), max_length=160, blank=True)
    note = models.CharField(_("how to get there or in"), max_length=300, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name or self.address


class OpeningTime(models.Model):
    """When an entry is open or meets: every week, or on some days of the month."""

    class Frequency(models.TextChoices):
        WEEKLY = "WEEKLY", _("every week")
        MONTHLY = "MONTHLY", _("every month")

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="times")
    location = models.ForeignKey(Location, models.CASCADE, null=True, blank=True, related_name="times")
    frequency = models.CharField(max_length=7, choices=Frequency.choices, default=Frequency.WEEKLY)
    # Days as in RFC 5545: MO,WE; with MONTHLY also 2TU (second Tuesday) or -1FR (last Friday).
    days = models.CharField(_("days"), max_length=40, blank=True)
    opens_at = models.TimeField(_("from"), null=True, blank=True)
    closes_at = models.TimeField(_("until"), null=True, blank=True)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at__lt=F("closes_at")) | Q(opens_at=None) | Q(closes_at=None),
                name="times_end_after_they_begin",
                violation_error_message=_("The closing time comes after the opening time."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.days} {self.opens_at}-{self.closes_at}"


class HouseNote(models.Model):
    """An entry of the whole city that a house takes up, with what only this house can add. Never a copy."""

    house = models.ForeignKey(House, models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="house_notes")
    note = models.CharField(_("what people of this house should know"), max_length=500, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["house", "entry"], name="house_has_one_note_on_an_entry")]

    def __str__(self) -> str:
        return f"{self.house}: {self.entry}"
