"""Ways to a question beside holding it: saying why one looks, and the links of a resident that were replaced."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkhuis.loop.desk.models.question import Question


class Opening(models.Model):
    """That somebody outside the assignment gave a reason and may look for the rest of the day."""

    class Why(models.TextChoices):
        RESIDENT_IS_HERE = "resident_is_here", _("the resident is here or on the phone")
        STANDS_IN = "stands_in", _("I stand in for a colleague")
        WAS_ASKED = "was_asked", _("a colleague asked me to help")
        OTHER = "other", _("another reason")

    question = models.ForeignKey(Question, models.CASCADE, related_name="openings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    why = models.CharField(_("why do you look?"), max_length=16, choices=Why.choices)
    words = models.CharField(_("in a few words"), max_length=200, blank=True)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "question", "-until"], name="opening_of_a_person")]

    def __str__(self) -> str:
        return f"{self.user} {self.question_id}"

    LASTS = timedelta(hours=12)


class OldLink(models.Model):
    """A link of a resident that was replaced, kept as a hash: who still has it reads that there is a new one."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="old_links")
    digest = models.CharField(max_length=64, unique=True)
    replaced_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.question_id} {self.digest[:8]}"
