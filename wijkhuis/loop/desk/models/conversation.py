"""What was said and tried, and what was answered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.partners.models import Professional
from wijkhuis.loop.desk.models.question import Question, Rung


class Conversation(models.Model):
    """A note in free words: from the talk at one rung of the ladder, or words the resident or a partner added."""

    class Speaker(models.TextChoices):
        HOUSE = "house", _("the house")
        RESIDENT = "resident", _("the resident")
        PARTNER = "partner", _("the partner")

    question = models.ForeignKey(Question, models.CASCADE, related_name="conversations")
    rung = models.CharField(_("rung"), max_length=14, choices=Rung.choices, blank=True)
    words = models.TextField(_("what was said"), max_length=5000, blank=True)
    tried = models.CharField(_("what was tried"), max_length=500, blank=True)
    missing = models.CharField(_("what was not there"), max_length=500, blank=True)
    was_enough = models.BooleanField(_("this was enough"), default=False)
    speaker = models.CharField(max_length=8, choices=Speaker.choices, default=Speaker.HOUSE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    held_at = models.DateTimeField()

    class Meta:
        ordering = ["held_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(words="", tried="", missing="", was_enough=False),
                name="conversation_says_something",
                violation_error_message=_("Write down at least one word."),
            )
        ]

    def __str__(self) -> str:
        return f"{_('Conversation')} {self.pk}"


class Answer(models.Model):
    """One answer to a question, with its own outcome. A question may have several."""

    class Kind(models.TextChoices):
        INFORMATION = "information", _("information")
        ENTRY = "entry", _("something on the map")
        GROUP = "group", _("a group")
        NEIGHBOUR = "neighbour", _("a neighbour")
        PROFESSIONAL = "professional", _("a professional")
        OWN_PLAN = "own_plan", _("an own plan")

    class Outcome(models.TextChoices):
        NOT_KNOWN = "not_known", _("not known yet")
        HELPED = "helped", _("this helped")
        PARTLY = "partly", _("helped a little")
        NOT_HELPED = "not_helped", _("did not help")
        NOT_USED = "not_used", _("not used")

    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    kind = models.CharField(_("kind of answer"), max_length=12, choices=Kind.choices, default=Kind.INFORMATION)
    words = models.TextField(_("what we answered"), max_length=5000, blank=True)
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, blank=True, related_name="+")
    professional = models.ForeignKey(Professional, models.SET_NULL, null=True, blank=True, related_name="+")
    key_person = models.ForeignKey(KeyPerson, models.SET_NULL, null=True, blank=True, related_name="+")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    given_by_partner = models.ForeignKey(Professional, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.NOT_KNOWN)
    outcome_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["given_at", "pk"]

    def __str__(self) -> str:
        return f"{_('Answer')} {self.pk}"


class FollowUp(models.Model):
    """Asking afterwards whether it is solved; the resident's word decides."""

    class Outcome(models.TextChoices):
        SOLVED = "solved", _("yes, it is solved")
        PARTLY = "partly", _("a little")
        NOT = "not", _("no, not yet")
        UNKNOWN = "unknown", _("I don't know")

    class Ending(models.TextChoices):
        ANSWERED = "answered", _("answered")
        NOT_ASKED = "not_asked", _("not asked")
        OVERTAKEN = "overtaken", _("overtaken")

    question = models.ForeignKey(Question, models.CASCADE, related_name="follow_ups")
    due_on = models.DateField()
    asked_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"], condition=models.Q(ended_at=None), name="question_has_one_follow_up_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["due_on"], condition=models.Q(ended_at=None), name="follow_up_to_ask")]

    def __str__(self) -> str:
        return f"{_('Follow-up')} {self.pk}"
