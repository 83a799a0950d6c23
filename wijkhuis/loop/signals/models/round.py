"""A round of conversations on the street (Buurtsignaal): residents who ask residents, in mixed pairs."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House, Neighbourhood


class Round(models.Model):
    """One afternoon or week in which pairs go out and listen. No questionnaire: conversation starters."""

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    name = models.CharField(_("what shall we call this round?"), max_length=80)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+")
    held_on = models.DateField(_("when"))
    starters = models.TextField(_("conversation starters, one per line"), max_length=1500, blank=True)
    led_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # When the signals are taken from the notes together, the round closes and the notes are gone.
    closed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Pair(models.Model):
    """A resident and a professional who go out together."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="pairs")
    resident = models.CharField(_("resident"), max_length=60)
    professional = models.CharField(_("professional"), max_length=60)
    where = models.CharField(_("where"), max_length=120, blank=True)
    # With this link a pair writes its notes on a phone, until the round closes; on paper works as well.
    link_digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.resident} + {self.professional}"


class RoundNote(models.Model):
    """What one conversation brought, in the words of the pair; deleted when the round closes."""

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="notes")
    words = models.TextField(_("what did you hear?"), max_length=2000)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{_('Note')} {self.pk}"
