"""Two entries that may be one, and entries that became one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models import Entry


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

    @property
    def both(self) -> tuple[Entry, Entry]:
        """The two, in order."""
        return self.first, self.second


class Merge(models.Model):
    """Two entries became one; kept so that it can be undone."""

    kept = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    # The entry that is hidden since then; it is never deleted.
    gone = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    # All that undoing needs: {"facts": of the kept one before, "became": the same facts after,
    # "was_published": of the hidden one, "moved": {"room.model.field": numbers of what pointed to the hidden one}}.
    before = models.JSONField()
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kept} {self.merged_at:%Y-%m-%d}"
