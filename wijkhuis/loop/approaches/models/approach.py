"""A collective approach: neighbours do something about a theme, one of them owns it."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.partners.models import Partner
from wijkhuis.loop.signals.models import Theme


class ApproachQuerySet(models.QuerySet["Approach"]):
    """Approaches as pages need them."""

    def running(self) -> "ApproachQuerySet":
        """Approaches that have not ended."""
        return self.filter(ended_on__isnull=True)

    def with_a_date_passed(self, *, on: date) -> "ApproachQuerySet":
        """Approaches for which a date passed: for an owner, a step, a promise, looking back, or looking again."""
        owner = Q(ended_on=None, owner=None, owner_name="", owner_by_on__lte=on)
        back = Q(ended_on=None, looked_back_on=None, comes_back_on__lte=on)
        late = Step.objects.there().filter(approach=models.OuterRef("pk"), done_on=None, by_on__lt=on)
        step = Q(models.Exists(late), ended_on=None)
        unkept = Pledge.objects.there().filter(approach=models.OuterRef("pk"), kept_on=None, by_on__lt=on)
        step |= Q(models.Exists(unkept), ended_on=None)
        return self.filter(owner | back | step | Q(second_looked_on=None, second_look_due_on__lte=on))


class Approach(models.Model):
    """What we do about a theme. Its state follows from what happened: made, begun, looked back on, ended."""

    class Existing(models.TextChoices):
        LINK = "link", _("we use what is there")
        JOIN = "join", _("we go along with another approach")
        NEW = "new", _("we make something new")

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    name = models.CharField(_("what shall we call it?"), max_length=100)
    # A method of the library by its key, or in own words.
    method = models.CharField(_("way of working"), max_length=60, blank=True)
    plan = models.TextField(_("what are we going to do?"), max_length=3000, blank=True)
    # What exists already was looked at first; what was found and how it is used.
    exists_already = models.TextField(_("what exists already, and how do we use it?"), max_length=1500)
    existing = models.CharField(max_length=4, choices=Existing.choices, default=Existing.NEW)
    entries = models.ManyToManyField(Entry, related_name="+", blank=True)
    goes_with = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    owner_name = models.CharField(_("which resident owns this?"), max_length=80, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    # Outside the house a resident is named by first name, and only when they agreed.
    owner_agrees = models.BooleanField(_("the owner agrees to stand there by first name"), default=False)
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
    # Practice 002-17: looking back, and 003-22: a second look after a year.
    looked_back_on = models.DateField(null=True, blank=True)
    learnt = models.TextField(_("what came back, and what did you learn?"), max_length=2000, blank=True)
    second_look_due_on = models.DateField(null=True, blank=True)
    second_looked_on = models.DateField(null=True, blank=True)
    second_look = models.TextField(_("how is it now, a year later?"), max_length=2000, blank=True)
    # Of which date the supporter was reminded last; each date once.
    reminded_of_on = models.DateField(null=True, blank=True)
    objects = ApproachQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=Q(looked_back_on__isnull=True) | ~Q(learnt=""),
                name="approach_looks_back_in_words",
                violation_error_message=_("Write in a few words what came back and what you learnt."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_owner(self) -> bool:
        """Whether a resident owns it."""
        return self.owner_id is not None or self.owner_name != ""

    @property
    def house_id(self) -> int:
        """The house whose theme it is."""
        return self.theme.house_id

    @property
    def owner_said_outside(self) -> str:
        """The first name of the owner, when they agreed to stand there."""
        return self.owner_name.split()[0] if self.owner_agrees and self.owner_name else ""


class PartQuerySet(models.QuerySet[Any]):
    """Steps and promises as pages need them."""

    def there(self) -> "PartQuerySet":
        """Those that were not taken away."""
        return self.filter(removed_on=None)


class Step(models.Model):
    """Something to do for an approach, with who and when."""

    approach = models.ForeignKey(Approach, models.CASCADE, related_name="steps")
    what = models.CharField(_("what"), max_length=200)
    who = models.CharField(_("who"), max_length=80)
    by_on = models.DateField(_("before"))
    done_on = models.DateField(null=True, blank=True)
    # Taken away by mistake it can be put back until the night.
    removed_on = models.DateField(null=True, blank=True)
    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["by_on", "pk"]

    def __str__(self) -> str:
        return self.what


class Pledge(models.Model):
    """What a partner promises to an approach."""

    approach = models.ForeignKey(Approach, models.CASCADE, related_name="pledges")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("who"), max_length=120, blank=True)
    # Practice 002-10: which of the five sides of a neighbourhood promises this; of a partner it is known.
    side = models.CharField(_("from which side?"), max_length=14, choices=Partner.Kind.choices, blank=True)
    what = models.CharField(_("promises what"), max_length=200)
    by_on = models.DateField(_("before"), null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)
    removed_on = models.DateField(null=True, blank=True)
    objects = PartQuerySet.as_manager()

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
