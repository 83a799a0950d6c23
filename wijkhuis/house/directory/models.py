"""What is there in the neighbourhood: the social map (sociale kaart), formal and informal."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House, Neighbourhood


class Entry(models.Model):
    """One thing that is there: an organisation, a service, a group or a meeting place."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", _("organisation")
        SERVICE = "service", _("service")
        GROUP = "group", _("group")
        MEETING_PLACE = "meeting_place", _("meeting place")

    source = models.CharField(max_length=60, blank=True)
    source_id = models.CharField(max_length=120, blank=True)
    name = models.CharField(_("name"), max_length=160)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.SERVICE)
    is_informal = models.BooleanField(_("by residents themselves"), default=False)
    description = models.TextField(_("what it is"), max_length=4000, blank=True)
    topics = ArrayField(models.CharField(max_length=60), verbose_name=_("topics"), default=list, blank=True)
    audience = ArrayField(models.CharField(max_length=60), verbose_name=_("for whom"), default=list, blank=True)
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood")
    )
    area = models.CharField(_("area as the source writes it"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    opening = models.CharField(_("open when"), max_length=300, blank=True)
    is_published = models.BooleanField(_("shown to everybody"), default=True)
    updated_at = models.DateTimeField(auto_now=True)
    search = SearchVectorField(null=True, editable=False)
    search_text = models.TextField(editable=False, default="")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~Q(source_id=""), name="entry_is_imported_once_per_source"
            )
        ]
        indexes = [
            # Without a list of what must still be added: after a long import that list makes every search slow.
            GinIndex(fields=["search"], name="entry_by_words", fastupdate=False),
            models.Index(fields=["kind"], name="entry_by_kind"),
        ]

    def __str__(self) -> str:
        return self.name


class Word(models.Model):
    """A word that occurs in the map, to recognise what somebody means who spells it differently."""

    word = models.CharField(max_length=40, primary_key=True)

    class Meta:
        indexes = [GinIndex(fields=["word"], name="word_by_likeness", opclasses=["gin_trgm_ops"], fastupdate=False)]

    def __str__(self) -> str:
        return self.word


class KeyPerson(models.Model):
    """Somebody who knows many people and agreed to be asked. Seen by staff only, gone at their own wish."""

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=80)
    ask_about = models.CharField(_("ask this person about"), max_length=200)
    not_about = models.CharField(_("do not ask about"), max_length=200, blank=True)
    reach = models.CharField(_("how to reach them"), max_length=120)
    languages = ArrayField(models.CharField(max_length=30), verbose_name=_("speaks"), default=list, blank=True)
    agreed_on = models.DateField(_("agreed on"))
    agreed_with = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agreed_until = models.DateField(_("ask again whether this is still all right on"))
    search = SearchVectorField(null=True, editable=False)

    class Meta:
        indexes = [GinIndex(fields=["search"], name="key_person_by_words")]

    def __str__(self) -> str:
        return self.name
