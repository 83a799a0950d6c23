"""The people of a house: who works here, and, apart from their words, who asks."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles as they stand on a day."""

    def active(self, *, on: date) -> "RoleQuerySet":
        """Roles that have begun and have not ended."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), starts_on__lte=on)


class Role(models.Model):
    """What somebody does in a house, or for the whole city."""

    class Kind(models.TextChoices):
        HOST = "host", _("host")
        VOLUNTEER = "volunteer", _("volunteer")
        PROFESSIONAL = "professional", _("professional")
        COORDINATOR = "coordinator", _("coordinator")
        HOUSE_MANAGER = "house_manager", _("house manager")
        RESIDENT_OWNER = "resident_owner", _("resident owner")
        STEERING = "steering", _("steering (municipality)")
        ADMINISTRATOR = "administrator", _("administrator")

    CITY_KINDS = (Kind.STEERING, Kind.ADMINISTRATOR)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    house = models.ForeignKey(House, models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(_("role"), max_length=16, choices=Kind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    limit = models.PositiveSmallIntegerField(
        _("how many questions I can carry"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(200)],
    )
    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(house__isnull=True, kind__in=["steering", "administrator"])
                | (Q(house__isnull=False) & ~Q(kind__in=["steering", "administrator"])),
                name="role_belongs_to_a_house_or_to_the_city",
            ),
            models.UniqueConstraint(
                fields=["user", "house", "kind"],
                condition=Q(ends_on__isnull=True),
                nulls_distinct=False,
                name="role_is_held_once",
                violation_error_message=_("This person already has this role here."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.kind}"


class ContactWish(models.Model):
    """How somebody who asked wants to be called and to hear back. Apart from the question, so that it can go first."""

    class Way(models.TextChoices):
        COME_BY = "come_by", _("comes by")
        PHONE = "phone", _("by phone")
        SMS = "sms", _("by text message")
        LETTER = "letter", _("by letter")
        EMAIL = "email", _("by e-mail")
        NONE = "none", _("does not want to hear back")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    called = models.CharField(_("how shall we call you?"), max_length=80, blank=True)
    way = models.CharField(_("how do you want to hear back?"), max_length=8, choices=Way.choices, default=Way.COME_BY)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    postal = models.TextField(_("street, number, postcode and town"), max_length=300, blank=True)
    for_whom = models.CharField(_("for whom is it?"), max_length=120, blank=True)
    street = models.CharField(_("street"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES, default="nl")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(way__in=["phone", "sms"]) | ~Q(phone=""),
                name="contact_wish_has_a_phone_to_call",
                violation_error_message=_("Which number can we call or text?"),
            ),
            models.CheckConstraint(
                condition=~Q(way="email") | ~Q(email=""),
                name="contact_wish_has_an_email_to_write_to",
                violation_error_message=_("Which e-mail address can we write to?"),
            ),
            models.CheckConstraint(
                condition=~Q(way="letter") | ~Q(postal=""),
                name="contact_wish_has_an_address_for_the_letter",
                violation_error_message=_("Which address can we send the letter to?"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.pk}"


class Household(models.Model):
    """People who live together and agreed that their questions are looked at side by side, with one coordinator."""

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    called = models.CharField(_("how do we call this household?"), max_length=80)
    coordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("coordinator")
    )
    agreed_on = models.DateField(_("agreed with them on"))
    agreed_with = models.CharField(_("who agreed, and how"), max_length=200)
    ended_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{_('Household')} {self.pk}"


class Promise(models.Model):
    """Who of the helpers does what for a household, and by when."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="promises")
    who = models.CharField(_("who"), max_length=80)
    what = models.CharField(_("does what"), max_length=200)
    by_on = models.DateField(_("before"), null=True, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["done_at", "by_on", "pk"]

    def __str__(self) -> str:
        return f"{_('Promise')} {self.pk}"
