"""Where entries come from: lists and systems of others, and what they said last."""

from django.db import models
from django.db.models import Q
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
    # Facts by the names of our fields, as the source has them; further places under "locations", times under "times".
    said = models.JSONField(default=dict)
    # What the source says otherwise and we looked at: ours stays, as long as the source says the same.
    kept = models.JSONField(default=dict)
    # When it was last read, the source said something else than we do.
    differs = models.BooleanField(default=False)
    # When it last said something new.
    seen_on = models.DateTimeField()
    # The source no longer has it since then.
    dropped_on = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["source"], condition=Q(differs=True), name="record_that_differs")]
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="source_names_a_record_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.number}"
