"""A collective approach: neighbours do something about a theme, one of them owns it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.partners.models import Partner
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Theme


class Approach(models.Model):
    """What we do about a theme. Its state follows from what happened: made, begun, ended."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    name = models.CharField(_("what shall we call it?"), max_length=100)
    # A method of the library by its key, or in own words.
    method = models.CharField(_("way of working"), max_length=60, blank=True)
    plan = models.TextField(_("what are we going to do?"), max_length=3000, blank=True)
    # What exists already was looked at first; what was found and how it is used.
    exists_already = models.TextField(_("what exists already, and how do we use it?"), max_length=1500)
    owner_name = models.CharField(_("which resident owns this?"), max_length=80, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    owner_by_on = models.DateField(_("by when will there be a resident owner?"), null=True, blank=True)
    supported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    first_step = models.CharField(_("first step"), max_length=200)
    first_step_on = models.DateField(_("when"))
    # Practice 003-51: ask of each intervention what comes back and when.
    comes_back = models.CharField(_("what do we hope comes back?"), max_length=300)
    comes_back_on = models.DateField(_("when do we look?"))
    made_on = models.DateField()
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    result = models.TextField(_("what became of it?"), max_length=2000, blank=True)
    is_public = models.BooleanField(_("everybody may read this"), default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(owner_name="") | Q(owner__isnull=False) | Q(owner_by_on__isnull=False),
                name="approach_has_a_resident_owner_or_a_date_for_one",
                violation_error_message=_("Which resident owns this? Or by which day will there be one?"),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(result=""),
                name="approach_ends_with_a_result",
                violation_error_message=_("Write what became of it, also when it did not work."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Step(models.Model):
    """Something to do for an approach, with who and when."""

    approach = models.ForeignKey(Approach, models.CASCADE, related_name="steps")
    what = models.CharField(_("what"), max_length=200)
    who = models.CharField(_("who"), max_length=80)
    by_on = models.DateField(_("before"))
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["by_on", "pk"]

    def __str__(self) -> str:
        return self.what


class Pledge(models.Model):
    """What a partner promises to an approach."""

    approach = models.ForeignKey(Approach, models.CASCADE, related_name="pledges")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("who"), max_length=120, blank=True)
    what = models.CharField(_("promises what"), max_length=200)
    by_on = models.DateField(_("before"), null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(partner__isnull=False) | ~Q(name=""),
                name="pledge_is_somebodys",
                violation_error_message=_("Who promises this?"),
            )
        ]

    def __str__(self) -> str:
        return self.what


class Joiner(models.Model):
    """Somebody who wants to join. Asked through the desk, and only when they said that they may be asked."""

    class Answer(models.TextChoices):
        YES = "yes", _("joins")
        NO = "no", _("rather not")

    approach = models.ForeignKey(Approach, models.CASCADE, related_name="joiners")
    # The question through which they are asked; nobody of the approach sees more than a first name, after their yes.
    question = models.ForeignKey(Question, models.CASCADE, null=True, blank=True, related_name="+")
    first_name = models.CharField(_("first name"), max_length=60, blank=True)
    how_to_reach = models.CharField(_("how can we reach you?"), max_length=120, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=3, choices=Answer.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approach", "question"], name="joiner_is_asked_once")]

    def __str__(self) -> str:
        return f"{_('Joiner')} {self.pk}"


class Told(models.Model):
    """What was told back to everybody who asked, once: the words on their own page, never in the message."""

    approach = models.ForeignKey(Approach, models.CASCADE, related_name="told")
    words = models.TextField(_("what became of it, for those who asked"), max_length=1500)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    people = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["told_at"]

    def __str__(self) -> str:
        return f"{_('Told back')} {self.pk}"
