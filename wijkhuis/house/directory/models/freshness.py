"""Whether an entry is still right: who looked, when and how, and who was asked."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models.entries import Entry
from wijkhuis.house.neighbourhood.models import House


class Outcome(models.TextChoices):
    """What somebody found."""

    RIGHT = "right", _("still right")
    CHANGED = "changed", _("something is different")
    GONE = "gone", _("it is no longer there")


class Verification(models.Model):
    """Somebody found out on a day whether an entry is right."""

    class How(models.TextChoices):
        VISITED = "visited", _("went there")
        CALLED = "called", _("called")
        OWNER = "owner", _("the organisation said so itself")
        WEBSITE = "website", _("looked at their website")
        VISITOR = "visitor", _("heard from visitors")
        STUDENT = "student", _("a student looked")

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="verifications")
    on = models.DateField(_("day"))
    how = models.CharField(_("how"), max_length=8, choices=How.choices)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices)
    # A colleague, or nobody with an account: then how shows who.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField(_("what is different"), max_length=500, blank=True)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.entry} {self.on}"


class LinksSaid(models.TextChoices):
    """Which links of an answer were opened: one, or both, as programs do that look through a mailbox."""

    RIGHT = "right", _("still right")
    CHANGED = "changed", _("something is different")
    BOTH = "both", _("both answers")


class Check(models.Model):
    """The keeper of an entry was asked whether it is still right."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="checks")
    # SHA-256 of the link; the link itself is only in the message.
    link_hash = models.CharField(max_length=64, unique=True)
    # The house that asked, and gets the answer.
    house = models.ForeignKey(House, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    # What opened links of an answer said, until somebody presses a button: then a link says nothing any more.
    links_said = models.CharField(max_length=8, choices=LinksSaid.choices, blank=True)
    is_pressed = models.BooleanField(default=False)
    note = models.CharField(_("what is different"), max_length=500, blank=True)
    # What the answer changed, so that it can be taken back.
    verification = models.ForeignKey(Verification, models.SET_NULL, null=True, blank=True, related_name="+")
    verified_before = models.DateField(null=True, blank=True)
    # A house has seen the answer that asks for work.
    is_done = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=Q(answered_on=None), name="entry_is_asked_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry} {self.asked_on}"


class Correction(models.Model):
    """How an entry was before it was last corrected, so that a slip of the thumb can be undone; kept for a month."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="correction")
    # {"facts": values by field name, "places" and "times": whole lists, when those were changed, "look": what was known
    # before somebody said that it is right or gone, "earlier": the correction before that look}.
    before = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.entry} {self.on}"

    @property
    def is_look(self) -> bool:
        """Whether somebody only looked, and corrected nothing."""
        return not self.before["facts"]
