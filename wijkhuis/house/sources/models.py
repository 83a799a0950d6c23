"""Where entries come from: lists and systems of others, what they said last, and what was brought together."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models import Entry


class Source(models.Model):
    """A list or a system of somebody else that is read again and again."""

    class Form(models.TextChoices):
        TABLE = "table", _("a table: CSV or Excel")
        HSDS = "hsds", _("Open Referral (HSDS)")

    name = models.CharField(_("name"), max_length=60, unique=True)
    form = models.CharField(_("form"), max_length=5, choices=Form.choices, default=Form.TABLE)
    # Where it is read from by itself; empty when somebody brings a file.
    address = models.URLField(_("address"), max_length=300, blank=True)
    # Which of their columns is which of our facts: {"Naam organisatie": "organisation"}.
    matching = models.JSONField(default=dict, blank=True)
    read_on = models.DateTimeField(_("last read"), null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class SourceRecord(models.Model):
    """What a source last said about one entry. What we changed ourselves stays, and is shown beside it."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="records")
    # The identifier in that source.
    number = models.CharField(max_length=120)
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    # Facts by the names of our fields, as the source has them.
    said = models.JSONField(default=dict)
    seen_on = models.DateTimeField()
    # The source no longer has it since then.
    dropped_on = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="source_names_a_record_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.number}"


class Pair(models.Model):
    """Two entries that may be one and the same; a human decides."""

    first = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    second = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    # Between 0 and 1: how sure.
    likeness = models.FloatField()
    # What is alike: name, address, phone, meaning.
    alike = models.JSONField(default=list)
    is_different = models.BooleanField(_("these are two"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="pair_is_proposed_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="pair_is_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"


class Merge(models.Model):
    """Two entries became one; kept so that it can be undone."""

    kept = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    # The entry that went, and the facts of the kept one before: all that undoing needs.
    gone = models.JSONField()
    before = models.JSONField()
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kept} {self.merged_at:%Y-%m-%d}"
