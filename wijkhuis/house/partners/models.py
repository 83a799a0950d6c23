"""Who we work with: partners, and the faces of the people who work there (smoelenboek)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.neighbourhood.models import House, Neighbourhood


class Partner(models.Model):
    """An organisation that works with the houses."""

    class Kind(models.TextChoices):
        ENTREPRENEURS = "entrepreneurs", _("entrepreneurs")
        EDUCATION = "education", _("education")
        RESEARCH = "research", _("research")
        GOVERNMENT = "government", _("government")
        RESIDENTS = "residents", _("residents")
        CARE = "care", _("care and welfare")

    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.CARE)
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Partnership(models.Model):
    """That a partner and a house work together, and within how many working days the partner answers."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="partnerships")
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    answer_days = models.PositiveSmallIntegerField(
        _("answers a handover within (working days)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    functions = ArrayField(
        models.CharField(max_length=80), verbose_name=_("functions you can ask for"), default=list, blank=True
    )
    function_email = models.EmailField(_("e-mail address for a function"), blank=True)
    function_phone = models.CharField(_("phone for a function"), max_length=20, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partner", "house"], name="partnership_exists_once")]

    def __str__(self) -> str:
        return f"{self.partner} - {self.house}"


class Professional(models.Model):
    """Somebody who works in the neighbourhood for a partner, with or without an account."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="professionals")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    function = models.CharField(_("function"), max_length=80)
    ask_me_about = models.CharField(_("ask me about"), max_length=300, blank=True)
    for_whom = models.CharField(_("for whom"), max_length=160, blank=True)
    phone = models.CharField(_("direct phone number"), max_length=20, blank=True)
    email = models.EmailField(_("direct e-mail address"), blank=True)
    languages = ArrayField(models.CharField(max_length=30), verbose_name=_("speaks"), default=list, blank=True)
    neighbourhoods = models.ManyToManyField(Neighbourhood, related_name="+", blank=True)
    left_on = models.DateField(null=True, blank=True)
    # The house that put this face here: only it changes how somebody is reached. Nothing: the first with this partner.
    kept_by = models.ForeignKey(House, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    class Meta:
        ordering = ["first_name", "last_name"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """What is shown where there is no photo: 'FY'."""
        return (self.first_name[:1] + self.last_name.split(" ")[-1][:1]).upper()

    @property
    def introduction(self) -> str:
        """First name, function and partner, as a resident reads it."""
        return gettext("%(name)s, %(function)s at %(partner)s") % {
            "name": self.first_name,
            "function": self.function,
            "partner": self.partner.name,
        }


class Attendance(models.Model):
    """On which day of the week a professional is in a house."""

    professional = models.ForeignKey(Professional, models.CASCADE, related_name="attendances")
    house = models.ForeignKey(House, models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField(_("day"), validators=[MaxValueValidator(6)])
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))

    class Meta:
        ordering = ["weekday", "starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=models.F("ends_at")), name="attendance_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.professional} {self.weekday}"

    @property
    def day_name(self) -> str:
        """The day in words: 'maandag'."""
        return str(WEEKDAYS[self.weekday])


class AttendanceChange(models.Model):
    """One day that differs from the week: not here after all, or here on another day."""

    professional = models.ForeignKey(Professional, models.CASCADE, related_name="changes")
    house = models.ForeignKey(House, models.CASCADE, related_name="+")
    on = models.DateField()
    is_here = models.BooleanField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["professional", "house", "on"], name="attendance_changes_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.professional} {self.on}"
