"""The city and its districts, neighbourhoods and houses."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.geo.places import asked_for

CBS_CODE = RegexValidator(r"^(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$", _("A CBS code looks like BU05180101."))


class City(models.Model):
    """The municipality that answers for the data; one installation is one city."""

    name = models.CharField(_("name"), max_length=80)
    cbs_code = models.CharField(_("CBS code"), max_length=10, blank=True, validators=[CBS_CODE])

    class Meta:
        verbose_name_plural = "cities"

    def __str__(self) -> str:
        return self.name


class District(models.Model):
    """A part of the city (wijk)."""

    city = models.ForeignKey(City, models.PROTECT, related_name="districts")
    name = models.CharField(_("name"), max_length=80)
    cbs_code = models.CharField(_("CBS code"), max_length=10, blank=True, validators=[CBS_CODE])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["city", "name"], name="district_has_its_own_name")]

    def __str__(self) -> str:
        return self.name


class Neighbourhood(models.Model):
    """A part of a district (buurt)."""

    district = models.ForeignKey(District, models.PROTECT, related_name="neighbourhoods")
    name = models.CharField(_("name"), max_length=80)
    cbs_code = models.CharField(_("CBS code"), max_length=10, blank=True, validators=[CBS_CODE])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["district", "name"], name="neighbourhood_has_its_own_name")]

    def __str__(self) -> str:
        return self.name


class Outline(models.Model):
    """Where a neighbourhood lies; apart from it, because only the picture of the map needs this many numbers."""

    neighbourhood = models.OneToOneField(Neighbourhood, models.CASCADE, primary_key=True, related_name="outline")
    # Coordinates of a GeoJSON MultiPolygon, with few corners.
    shape = models.JSONField()

    def __str__(self) -> str:
        return str(self.neighbourhood)


class Water(models.Model):
    """A river or a lake on the picture of the map: people know where they are by it."""

    city = models.ForeignKey(City, models.CASCADE, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    shape = models.JSONField()

    def __str__(self) -> str:
        return self.name


class House(models.Model):
    """A neighbourhood house (huis van de wijk): one or more places that together are one house."""

    class Governance(models.TextChoices):
        PROFESSIONAL = "professional", _("run by professionals")
        RESIDENTS = "residents", _("run by residents")
        NETWORK = "network", _("a network of small places")

    class Address(models.TextChoices):
        U = "u", _("u")
        JE = "je", _("je")

    city = models.ForeignKey(City, models.PROTECT, related_name="houses")
    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("name in web addresses"), max_length=50, unique=True)
    neighbourhoods = models.ManyToManyField(Neighbourhood, related_name="houses", blank=True)
    governance = models.CharField(
        _("run by"), max_length=12, choices=Governance.choices, default=Governance.PROFESSIONAL
    )
    form_of_address = models.CharField(_("we say"), max_length=2, choices=Address.choices, default=Address.U)
    phone = models.CharField(_("phone"), max_length=20)
    email = models.EmailField(_("e-mail address"), blank=True)
    welcome = models.CharField(_("a sentence of welcome"), max_length=200, blank=True)
    emergency_numbers = models.JSONField(_("local emergency numbers"), default=list, blank=True)
    handover_days = models.PositiveSmallIntegerField(
        _("working days to answer a handover"), default=3, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    follow_up_days = models.PositiveSmallIntegerField(
        _("days until we ask how it went"), default=14, validators=[MinValueValidator(3), MaxValueValidator(90)]
    )
    unseen_days = models.PositiveSmallIntegerField(
        _("days until a question nobody looked at stands out"),
        default=7,
        validators=[MinValueValidator(2), MaxValueValidator(60)],
    )
    keep_months = models.PositiveSmallIntegerField(
        _("months we keep a question after the last contact"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
    )
    takes_web_questions = models.BooleanField(_("takes questions on the web"), default=True)
    first_holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who holds a question until somebody takes it up"),
    )
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """A building or a stop where the house receives people."""

    house = models.ForeignKey(House, models.CASCADE, related_name="places")
    name = models.CharField(_("name"), max_length=80)
    street = models.CharField(_("street and number"), max_length=120)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    step_free = models.BooleanField(_("you can enter without steps"), null=True, blank=True)
    # Degrees, WGS 84.
    latitude = models.FloatField(null=True, blank=True, editable=False)
    longitude = models.FloatField(null=True, blank=True, editable=False)
    # The address that was last asked for a point, found or not; another address asks again.
    located_for = models.CharField(max_length=300, blank=True, default="", editable=False)
    is_main = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude; None as long as nobody knows them."""
        if self.longitude is None or self.latitude is None:
            return None
        return self.longitude, self.latitude

    @property
    def is_located(self) -> bool:
        """Whether somebody was asked where this very address is, or there is no address to ask for."""
        return self.located_for == asked_for(self.street, self.postcode, self.town)


class OpeningHours(models.Model):
    """When a place is open on one day of the week."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("day"), validators=[MaxValueValidator(6)])
    opens_at = models.TimeField(_("from"))
    closes_at = models.TimeField(_("until"))

    class Meta:
        ordering = ["weekday", "opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__lt=models.F("closes_at")),
                name="opening_hours_end_after_they_begin",
                violation_error_message=_("The closing time comes after the opening time."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens_at:%H:%M}-{self.closes_at:%H:%M}"


class ClosedDay(models.Model):
    """A day on which the house is closed although the week says otherwise."""

    house = models.ForeignKey(House, models.CASCADE, related_name="closed_days")
    on = models.DateField(_("day"))
    why = models.CharField(_("why"), max_length=80, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["house", "on"], name="house_closes_once_a_day")]

    def __str__(self) -> str:
        return f"{self.house} {self.on}"
