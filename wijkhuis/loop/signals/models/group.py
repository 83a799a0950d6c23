"""The signal group (signaleringswerkgroep): residents and professionals who read the signals and decide together."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House


class SignalGroup(models.Model):
    """The group of one house; its themes are the themes of the house."""

    house = models.OneToOneField(House, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=80)
    every_weeks = models.PositiveSmallIntegerField(
        _("meets every how many weeks"), default=4, validators=[MinValueValidator(1), MaxValueValidator(26)]
    )
    # Residents decide; a group may choose otherwise, and says why.
    half_residents = models.BooleanField(_("at least half are residents"), default=True)
    why_fewer_residents = models.CharField(_("why fewer residents"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(half_residents=True) | ~Q(why_fewer_residents=""),
                name="signal_group_says_why_residents_are_fewer",
                violation_error_message=_("Say why fewer than half are residents."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats as they stand on a day."""

    def taken(self, *, on: date) -> "SeatQuerySet":
        """Seats whose term has begun and has not ended."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), starts_on__lte=on)


class Seat(models.Model):
    """Somebody's place in the group, for a term. A resident may sit there without an account: on paper."""

    group = models.ForeignKey(SignalGroup, models.CASCADE, related_name="seats")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=80, blank=True)
    is_resident = models.BooleanField(_("resident"), default=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    # Residents take the chair in turn: who chaired longest ago is next.
    chairs = models.BooleanField(_("chairs in turn"), default=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~Q(name=""),
                name="seat_is_somebodys",
                violation_error_message=_("Choose somebody with an account, or fill in a name."),
            ),
            models.UniqueConstraint(
                fields=["group", "user"],
                condition=Q(ends_on__isnull=True, user__isnull=False),
                name="seat_is_held_once",
                violation_error_message=_("This person already has a seat."),
            ),
        ]

    def __str__(self) -> str:
        return self.first_name

    def is_taken(self, *, on: date) -> bool:
        """Whether its term has begun and has not ended; the same as `taken` asks of the database."""
        return self.starts_on <= on and (self.ends_on is None or self.ends_on > on)

    @property
    def first_name(self) -> str:
        """How we call who sits here."""
        return self.user.first_name if self.user else self.name
