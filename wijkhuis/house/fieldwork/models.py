"""Going out to find out: assignments for students and volunteers, and questions to colleagues."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models import Entry, Outcome, Verification
from wijkhuis.house.neighbourhood.models import House


class Assignment(models.Model):
    """A small task that ends in the map: look at these entries, visit this place, talk with visitors."""

    class Kind(models.TextChoices):
        CHECK = "check", _("look whether these are right")
        VISIT = "visit", _("visit a place")
        TALK = "talk", _("talk with visitors")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=5, choices=Kind.choices)
    title = models.CharField(_("what it is"), max_length=120)
    explanation = models.TextField(_("explanation"), max_length=2000, blank=True)
    # A student or volunteer; without an account only a first name, and the supervisor fills in their paper.
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    done_by_name = models.CharField(_("first name"), max_length=40, blank=True)
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_on = models.DateField()
    due_on = models.DateField(_("ready on"))
    closed_on = models.DateField(null=True, blank=True)
    # What was learnt, in the words of the supervisor, for who did it and for the class.
    learnt = models.TextField(_("what we learnt"), max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_by__isnull=False) | ~Q(done_by_name=""),
                name="assignment_is_somebodys",
                violation_error_message=_("Choose a colleague, or fill in a first name."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def first_name(self) -> str:
        """Who does it."""
        return self.done_by.first_name if self.done_by else self.done_by_name


class Became(models.TextChoices):
    """What a supervisor made of a finding."""

    VERIFIED = "verified", _("known to be right, or gone")
    CORRECTED = "corrected", _("corrected on the map")
    ENTRY = "entry", _("a new entry")
    NOTE = "note", _("a note")


class Finding(models.Model):
    """One line of an assignment: an entry to look at or a talk to have, and what was found."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="findings")
    entry = models.ForeignKey(Entry, models.CASCADE, null=True, blank=True, related_name="+")
    asks = models.CharField(_("what to find out"), max_length=200, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)
    note = models.TextField(_("what you found"), max_length=2000, blank=True)
    found_on = models.DateField(null=True, blank=True)
    # The supervisor took it over: as a verification, a change, a new entry or a note.
    accepted_on = models.DateField(null=True, blank=True)
    became = models.CharField(max_length=9, choices=Became.choices, blank=True)
    # What the acceptance wrote and changed, so that it can be taken back.
    verification = models.ForeignKey(Verification, models.SET_NULL, null=True, blank=True, related_name="+")
    verified_before = models.DateField(null=True, blank=True)
    # When the map says that the entry is open, for who asked `cards_of`.
    times_said: tuple[str, ...] = ()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.asks or str(self.entry)

    @property
    def is_found(self) -> bool:
        """Whether somebody filled it in."""
        return self.found_on is not None

    @property
    def facts(self) -> list[str]:
        """What the map says, for on paper."""
        entry = self.entry
        return [fact for fact in (entry.address, entry.phone, *self.times_said) if fact] if entry else []


class Call(models.Model):
    """Do you know someone who...? Asked to the colleagues of a house."""

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    words = models.CharField(_("do you know someone who"), max_length=200)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    closed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.words


class Tip(models.Model):
    """One line of an answer to a call; it may end as an entry."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="tips")
    words = models.CharField(_("your tip"), max_length=300)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["given_at"]

    def __str__(self) -> str:
        return self.words
