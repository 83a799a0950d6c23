"""The warm handover: the other side says yes, or it stays where it is."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.loop.desk.models.question import Question


class Shared(models.TextChoices):
    """What may go along in a handover, chosen field by field."""

    WORDS = "words", _("the question in their own words")
    CALLED = "called", _("how they want to be called")
    PHONE = "phone", _("phone number")
    EMAIL = "email", _("e-mail address")
    POSTAL = "postal", _("postal address")
    STREET = "street", _("street")
    FOR_WHOM = "for_whom", _("for whom it is")
    AREA = "area", _("neighbourhood")
    URGENCY = "urgency", _("how urgent it is")
    STORY = "story", _("what was said and tried")


class Handover(models.Model):
    """An offer of one question to one person or function at a partner."""

    class Ending(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")
        OVERDUE = "overdue", _("no answer in time")

    question = models.ForeignKey(Question, models.CASCADE, related_name="handovers")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("to whom")
    )
    function = models.CharField(_("to which function"), max_length=80, blank=True)
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(_("what do you ask of them?"), max_length=1000, blank=True)
    fields = ArrayField(models.CharField(max_length=10, choices=Shared.choices), default=list)
    offered_at = models.DateTimeField()
    answer_by = models.DateField()
    reminded_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=9, choices=Ending.choices, blank=True)
    reason = models.CharField(_("why not?"), max_length=300, blank=True)
    suggestion = models.CharField(_("who or what would fit better?"), max_length=300, blank=True)

    link_digest = models.CharField(max_length=64, unique=True, null=True)
    link_until = models.DateTimeField(null=True)
    code_digest = models.CharField(max_length=64, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["offered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(ended_at=None),
                name="question_is_offered_to_one_at_a_time",
                violation_error_message=_(
                    "This question already lies with a partner. Wait for the answer or take it back."
                ),
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
                name="handover_ends_in_one_way",
            ),
            models.CheckConstraint(
                condition=Q(professional__isnull=False) | ~Q(function=""),
                name="handover_goes_to_a_person_or_a_function",
                violation_error_message=_("Choose a person or a function."),
            ),
        ]
        indexes = [models.Index(fields=["answer_by"], condition=Q(ended_at=None), name="handover_to_be_answered")]

    def __str__(self) -> str:
        return f"{_('Handover')} {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether the partner still has to say yes or no."""
        return self.ended_at is None

    @property
    def short_name(self) -> str:
        """First name of who is asked, or the function."""
        return self.professional.first_name if self.professional else self.function

    @property
    def to_whom(self) -> str:
        """Who is asked: first name and function, or a function at a partner."""
        if self.professional:
            return self.professional.introduction
        return f"{self.function}, {self.partnership.partner.name}"
