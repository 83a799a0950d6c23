"""Who joins, and who hears what became of it: each at their own wish."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.loop.agenda.models import Decision
from wijkhuis.loop.approaches.models.approach import Approach
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Theme


class JoinerQuerySet(models.QuerySet["Joiner"]):
    """Joiners as pages need them."""

    def there(self) -> "JoinerQuerySet":
        """Who joins: who said yes and was not taken off since."""
        return self.kept().filter(taken_off_on=None)

    def kept(self) -> "JoinerQuerySet":
        """Who said yes and was not forgotten since; also who was taken off today, because that may be undone."""
        known = Q(question__isnull=True) | Q(question__forgotten_at=None)
        return self.filter(known, answer=Joiner.Answer.YES)


class Joiner(models.Model):
    """Somebody who wants to join. Asked through the desk, and only when they said that they may be asked."""

    class Answer(models.TextChoices):
        YES = "yes", _("joins")
        NO = "no", _("rather not")

    approach = models.ForeignKey(Approach, models.CASCADE, related_name="joiners")
    # The question through which they are asked; nobody of the approach sees more than a first name, after their yes.
    question = models.ForeignKey(Question, models.CASCADE, null=True, blank=True, related_name="+")
    first_name = models.CharField(_("first name"), max_length=60, blank=True)
    how_to_reach = models.CharField(_("how can we reach you?"), max_length=120, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=3, choices=Answer.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    # Taken off by somebody else than themselves: until the night that can be undone, then name and number go.
    taken_off_on = models.DateField(null=True, blank=True)
    objects = JoinerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approach", "question"], name="joiner_is_asked_once"),
            models.CheckConstraint(
                condition=~Q(answer="yes") | (~Q(first_name="") & ~Q(how_to_reach="")),
                name="joiner_can_be_reached",
                violation_error_message=_("What is your first name, and how can we reach you?"),
            ),
        ]

    def __str__(self) -> str:
        return f"{_('Joiner')} {self.pk}"

    @property
    def house_id(self) -> int:
        """The house of the approach; read `approach__theme` along."""
        return self.approach.house_id


class Told(models.Model):
    """What was told back to everybody who asked, once: the words on their own page, never in the message."""

    class Moment(models.TextChoices):
        BEGUN = "begun", _("the first step has been taken")
        BETWEEN = "between", _("news in between")
        ENDED = "ended", _("it has ended")
        DECIDED = "decided", _("the group decided")
        ANSWERED = "answered", _("the municipality answered")

    # News of an approach, written by its people; or of a decision, in the words everybody reads.
    approach = models.ForeignKey(Approach, models.CASCADE, null=True, blank=True, related_name="told")
    decision = models.ForeignKey(Decision, models.CASCADE, null=True, blank=True, related_name="+")
    moment = models.CharField(
        _("why do you tell it now?"), max_length=8, choices=Moment.choices, default=Moment.BETWEEN
    )
    words = models.TextField(_("what became of it, for those who asked"), max_length=2500)
    # The same in other languages of residents, by code, where somebody wrote it.
    other_words = models.JSONField(default=dict, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    # How many heard it, as far as it may be said: it moves in steps of five or more.
    people = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["told_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approach__isnull=False, decision__isnull=True)
                | Q(approach__isnull=True, decision__isnull=False),
                name="news_is_of_an_approach_or_a_decision",
            ),
            models.UniqueConstraint(
                fields=["decision", "moment"],
                condition=Q(decision__isnull=False),
                name="news_of_a_decision_is_told_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{_('Told back')} {self.pk}"

    @property
    def theme(self) -> Theme:
        """The theme it is about; read `approach__theme` and `decision__theme` along."""
        about = self.approach or self.decision
        assert about is not None
        return about.theme


class Hearing(models.Model):
    """That one person hears one piece of news, and how; it exists once, however often the work is done again."""

    class Way(models.TextChoices):
        MESSAGE = "message", _("by a message")
        PERSON = "person", _("somebody tells it")
        PAGE = "page", _("on their own page")

    told = models.ForeignKey(Told, models.CASCADE, related_name="hearings")
    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    way = models.CharField(max_length=7, choices=Way.choices)
    # For who comes by or is called: when a colleague told it.
    told_on = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["told", "question"], name="news_is_heard_once")]
        indexes = [
            models.Index(fields=["question"], condition=Q(way="person", told_on=None), name="news_somebody_must_tell")
        ]

    def __str__(self) -> str:
        return f"{_('Hears the news')} {self.pk}"
