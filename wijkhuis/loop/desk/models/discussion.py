"""Case discussion: people who know something look at a question together, and the agreed steps flow back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.desk.models.question import Question


class Discussion(models.Model):
    """One meeting of a house where questions are looked at together."""

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    held_on = models.DateField(_("day"))
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("chair"))
    present = models.TextField(_("who was there"), max_length=1000, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["held_on"]
        constraints = [models.UniqueConstraint(fields=["house", "held_on"], name="discussion_is_held_once_a_day")]

    def __str__(self) -> str:
        return f"{self.house} {self.held_on}"


class DiscussionItem(models.Model):
    """One question on a discussion: with the resident's agreement, or without what identifies them."""

    class Basis(models.TextChoices):
        AGREED = "agreed", _("the resident agrees")
        WITHOUT_IDENTITY = "without_identity", _("without what identifies them")

    discussion = models.ForeignKey(Discussion, models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, models.CASCADE, related_name="discussion_items")
    basis = models.CharField(_("on what basis"), max_length=16, choices=Basis.choices)
    summary = models.TextField(_("what we ask the meeting, without names"), max_length=2000)
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agreed = models.TextField(_("what was agreed"), max_length=2000, blank=True)
    discussed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["discussion", "question"],
                name="question_is_on_a_discussion_once",
                violation_error_message=_("This question is already on that discussion."),
            )
        ]

    def __str__(self) -> str:
        return f"{_('Item')} {self.pk}"


class AgreedStep(models.Model):
    """A step agreed in a discussion: who does what, by when. It shows at the question."""

    item = models.ForeignKey(DiscussionItem, models.CASCADE, related_name="steps")
    question = models.ForeignKey(Question, models.CASCADE, related_name="agreed_steps")
    who = models.CharField(_("who"), max_length=80)
    what = models.CharField(_("does what"), max_length=200)
    by_on = models.DateField(_("before"), null=True, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["done_at", "by_on", "pk"]

    def __str__(self) -> str:
        return f"{_('Step')} {self.pk}"
