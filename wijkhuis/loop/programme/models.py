"""The action programme (buurtactieprogramma): the aims of the city, made concrete by a neighbourhood in two years."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import City, House
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.signals.models import Theme


class Aim(models.Model):
    """A general aim of the city; a setting of the city, not of the code."""

    city = models.ForeignKey(City, models.CASCADE, related_name="+")
    name = models.CharField(_("aim"), max_length=120)
    place = models.PositiveSmallIntegerField(default=0)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.name


class Programme(models.Model):
    """The programme of the neighbourhood of one house, for two years."""

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    foreword = models.TextField(_("in a few words"), max_length=2000, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    published_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="programme_ends_after_it_starts",
                violation_error_message=_("The programme ends before it starts."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProgrammeAction(models.Model):
    """One action of the programme: what, for which aim, who owns it, and how far it is."""

    class OwnerKind(models.TextChoices):
        RESIDENT = "resident", _("resident")
        ORGANISATION = "organisation", _("organisation")
        PROFESSIONAL = "professional", _("professional")
        ENTREPRENEUR = "entrepreneur", _("entrepreneur")

    class Progress(models.TextChoices):
        NOT_YET = "not_yet", _("not begun yet")
        UNDER_WAY = "under_way", _("under way")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="actions")
    aim = models.ForeignKey(Aim, models.PROTECT, related_name="+")
    what = models.CharField(_("what are we going to do?"), max_length=200)
    owner_kind = models.CharField(_("who owns it"), max_length=12, choices=OwnerKind.choices)
    owner_name = models.CharField(_("name of the owner"), max_length=120)
    by_on = models.DateField(_("before"), null=True, blank=True)
    progress = models.CharField(_("how far"), max_length=9, choices=Progress.choices, default=Progress.NOT_YET)
    story = models.TextField(_("what happened so far"), max_length=1500, blank=True)
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, blank=True, related_name="+")
    approach = models.ForeignKey(Approach, models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.what
