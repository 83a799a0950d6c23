"""One time that a file or a source is read."""

from typing import Any

from django.conf import settings
from django.db import models

from wijkhuis.house.sources.models.sources import Source


class Reading(models.Model):
    """Somebody asked to read a file, or the clock did: how far it is, and what became of it."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="readings")
    file_name = models.CharField(max_length=120, blank=True)
    # The file, only until it is read.
    content = models.BinaryField(null=True)
    is_strict = models.BooleanField(default=False)
    is_whole = models.BooleanField(default=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    # Somebody has said which columns are which, or nobody had to.
    begun_at = models.DateTimeField(null=True, blank=True)
    # Records read so far; written from outside the transaction of the reading itself.
    done = models.PositiveIntegerField(default=0)
    # About how many there are; 0 when nobody knows.
    total = models.PositiveIntegerField(default=0)
    # Of how many of them that are new the words and the meaning are known; the longest part of the work.
    findable = models.PositiveIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    # A sentence when nothing was kept.
    failed = models.TextField(blank=True)
    # {"summary", "added", "changed", "same", "dropped", "kept_ours", "left_out", "problems": [...], "remarks": [...]}.
    outcome: Any = models.JSONField(default=dict)

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"{self.source} {self.asked_at:%Y-%m-%d}"

    @property
    def far(self) -> tuple[int, int] | None:
        """How far it is, and of how much; None when nobody knows. Making it findable comes after reading it."""
        if self.findable:
            return min(self.findable, self.done), self.done
        return (min(self.done, self.total), self.total) if self.total else None
