"""Who did what to what, and who looked at whom. Lines are added, never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class JournalLine(models.Model):
    """One act or look: action, object, result, origin, actor, time (BIO2 8.15.01). Ids, never names or words."""

    class Result(models.TextChoices):
        DONE = "done", _("done")
        REFUSED = "refused", _("refused")

    at = models.DateTimeField()
    action = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=30)
    about_id = models.BigIntegerField()
    house_id = models.BigIntegerField(null=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_label = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=120, blank=True)
    result = models.CharField(max_length=8, choices=Result.choices, default=Result.DONE)
    origin = models.CharField(max_length=45, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["about_kind", "about_id", "-at"], name="journal_of_one_record"),
            models.Index(
                fields=["house_id", "-at"], condition=~models.Q(reason=""), name="journal_looks_with_a_reason"
            ),
            models.Index(fields=["actor", "-at"], name="journal_of_one_actor"),
            models.Index(fields=["at"], name="journal_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.about_kind} {self.about_id}"
