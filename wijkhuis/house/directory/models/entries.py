"""What is there in the neighbourhood: the social map (sociale kaart), formal and informal."""

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.geo.places import asked_for
from wijkhuis.house.directory.rules.freshness import Age, age_of, limits
from wijkhuis.house.neighbourhood.models import House, Neighbourhood


class Located(models.Model):
    """Where something is: an address as people write it, and its point once it is known."""

    class StepFree(models.TextChoices):
        YES = "yes", _("you can enter without steps")
        PARTLY = "partly", _("partly without steps")
        NO = "no", _("there are steps")

    address = models.CharField(_("street and number"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    province = models.CharField(_("province"), max_length=40, blank=True)
    bag_id = models.CharField(_("number of the address in the national register"), max_length=16, blank=True)
    # Degrees, WGS 84.
    latitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)])
    # The address that was last asked for a point, found or not; another address asks again.
    located_for = models.CharField(max_length=300, blank=True, editable=False)
    step_free = models.CharField(_("without steps"), max_length=6, choices=StepFree.choices, blank=True)

    class Meta:
        abstract = True

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude; None as long as nobody knows them."""
        if self.longitude is None or self.latitude is None:
            return None
        return self.longitude, self.latitude

    @property
    def is_located(self) -> bool:
        """Whether somebody was asked where this very address is."""
        return self.located_for == asked_for(self.address, self.postcode, self.town)


# When somebody last knew that an entry was right, or else when it was put on the map.
KNOWN_ON = Coalesce("verified_on", "added_on")


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries by how well we know them."""

    def active(self, *, on: date) -> Self:
        """Those of which we knew less than a year before this day that they were right."""
        return self.known_after(limits(on).inactive)

    def known_after(self, day: date) -> Self:
        """Those that somebody looked at, or added, after this day."""
        return self.filter(Q(verified_on__gt=day) | Q(verified_on=None, added_on__gt=day))

    def inactive(self, *, on: date) -> Self:
        """Those nobody looked at for a year: not shown to residents, and on a list."""
        edge = limits(on).inactive
        return self.filter(Q(verified_on__lte=edge) | Q(verified_on=None, added_on__lte=edge))

    def not_fresh(self, *, on: date) -> Self:
        """Those nobody looked at for half a year."""
        edge = limits(on).old
        return self.filter(Q(verified_on__lte=edge) | Q(verified_on=None, added_on__lte=edge))

    def of_house(self, house: House) -> Self:
        """What a house keeps fresh: what is in its neighbourhoods, and what it took up from the rest of the city."""
        near = Q(neighbourhood__in=house.neighbourhoods.values("pk"))
        taken_up = self.model.objects.filter(house_notes__house=house).values("pk")
        return self.filter(near | Q(pk__in=taken_up))


class Entry(Located):
    """One thing that is there: an organisation, a service, a group, a meeting place, a scheme or a fund."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", _("organisation")
        SERVICE = "service", _("service")
        GROUP = "group", _("group")
        MEETING_PLACE = "meeting_place", _("meeting place")
        SCHEME = "scheme", _("scheme")
        FUND = "fund", _("fund")

    # How other systems know this entry, for ever the same (HSDS: id).
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=160)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    # The entry of that organisation, when it is on the map itself.
    provider = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="offers", editable=False)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.SERVICE)
    is_informal = models.BooleanField(_("by residents themselves"), default=False)
    description = models.TextField(_("what it is"), max_length=4000, blank=True)
    topics = ArrayField(models.CharField(max_length=60), verbose_name=_("topics"), default=list, blank=True)
    audience = ArrayField(models.CharField(max_length=60), verbose_name=_("for whom"), default=list, blank=True)
    people_say = ArrayField(
        models.CharField(max_length=120), verbose_name=_("people also say"), default=list, blank=True
    )
    conditions = models.CharField(_("conditions"), max_length=500, blank=True)
    minimum_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(_("up to age"), null=True, blank=True)
    how_to_apply = models.CharField(_("how to take part"), max_length=500, blank=True)
    costs = models.CharField(_("what it costs"), max_length=200, blank=True)
    # Euros; nothing when it is not known, zero when it is free.
    amount = models.DecimalField(_("amount in euros"), max_digits=8, decimal_places=2, null=True, blank=True)
    # ISO 639 codes of the languages that are spoken there.
    languages = ArrayField(models.CharField(max_length=3), verbose_name=_("languages"), default=list, blank=True)
    capacity = models.PositiveIntegerField(_("places in all"), null=True, blank=True)
    places_free = models.PositiveIntegerField(_("places free"), null=True, blank=True)
    capacity_on = models.DateField(_("places counted on"), null=True, blank=True)
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood")
    )
    # Where the address lies, a proposal as long as nobody said that the entry is for this neighbourhood.
    lies_in = models.ForeignKey(Neighbourhood, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    area = models.CharField(_("area as the source writes it"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    opening = models.CharField(_("open when"), max_length=300, blank=True)
    is_published = models.BooleanField(_("shown to everybody"), default=True)
    added_on = models.DateField(default=clock.today, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    # When somebody last knew that this is right; saving or importing is not knowing.
    verified_on = models.DateField(_("known to be right on"), null=True, blank=True, editable=False)
    # Who keeps this entry right: a colleague, or somebody of the organisation itself.
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    keeper_name = models.CharField(_("who there knows whether this is right"), max_length=80, blank=True)
    keeper_email = models.EmailField(_("their e-mail address"), blank=True)
    keeper_phone = models.CharField(_("their phone number"), max_length=30, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum_age__lte=F("maximum_age")) | Q(minimum_age=None) | Q(maximum_age=None),
                name="entry_ages_run_upwards",
                violation_error_message=_("The highest age is below the lowest."),
            ),
        ]
        indexes = [
            models.Index(fields=["kind"], name="entry_by_kind"),
            models.Index(fields=["longitude", "latitude"], name="entry_by_point"),
            models.Index(fields=["updated_at", "id"], name="entry_by_change"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_keeper(self) -> bool:
        """Whether anybody can say that it is right: a colleague, or somebody we can write to or call."""
        return bool(self.keeper_id or self.keeper_email or self.keeper_phone)

    def age(self, today: date) -> Age:
        """How old what we know of it is."""
        return age_of(verified_on=self.verified_on, added_on=self.added_on, today=today)
