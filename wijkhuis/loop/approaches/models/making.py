"""What a house makes of the ways of working, and an approach that is being made."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.models import Theme


class HouseMethod(models.Model):
    """How a house does a common way of working otherwise (empty fields: as everybody), or a way of its own."""

    house = models.ForeignKey(House, models.CASCADE, related_name="+")
    # The common way of working it adapts; nothing for a way of its own.
    key = models.CharField(max_length=60, blank=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    in_short = models.CharField(_("in one sentence"), max_length=250, blank=True)
    what_for = models.TextField(_("what is it for?"), max_length=1500, blank=True)
    first_steps = models.TextField(_("the first three steps, each on a line"), max_length=1000, blank=True)
    who_leads = models.CharField(_("who leads?"), max_length=250, blank=True)
    size = models.CharField(_("how many people?"), max_length=200, blank=True)
    duration = models.CharField(_("how long?"), max_length=200, blank=True)
    asks = models.TextField(_("what does it ask of people?"), max_length=1500, blank=True)
    pitfalls = models.TextField(_("what can go wrong? Each on a line"), max_length=1500, blank=True)
    helped = models.TextField(_("how do you see whether it helped? Each on a line"), max_length=1500, blank=True)
    money = models.CharField(_("what does it cost?"), max_length=250, blank=True)
    why = models.CharField(_("why do you do it this way?"), max_length=250, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["house", "key"], condition=~Q(key=""), name="method_is_adapted_once"),
            models.CheckConstraint(
                condition=~Q(key="") | (~Q(name="") & ~Q(first_steps="")),
                name="own_method_has_a_name_and_first_steps",
                violation_error_message=_("Give it a name, and write the first steps."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.key


class Draft(models.Model):
    """What somebody typed so far for an approach of a theme; gone when the approach is made."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    answers = models.JSONField(default=dict)
    changed_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["theme", "user"], name="draft_is_one_per_person")]

    def __str__(self) -> str:
        return f"{_('Draft')} {self.pk}"
