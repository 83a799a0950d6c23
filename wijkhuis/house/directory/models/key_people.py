"""People who agreed to be asked."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House


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
    # Where they hear from us: an e-mail address or a mobile number, only when they want that.
    send_to = models.CharField(_("e-mail address or mobile number"), max_length=120, blank=True)
    # SHA-256 of the link by which they take themselves off the list; the link itself is only on their paper or message.
    link_hash = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    asked_on = models.DateField(null=True, blank=True, editable=False)
    search = SearchVectorField(null=True, editable=False)

    class Meta:
        indexes = [GinIndex(fields=["search"], name="key_person_by_words")]

    def __str__(self) -> str:
        return self.name
