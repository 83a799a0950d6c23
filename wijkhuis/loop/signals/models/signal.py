"""A signal: one sentence about what lives in the neighbourhood, which never held who said it."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.desk.models import Question


class Signal(models.Model):
    """Written new and read by a human. No link to a question or a person, and no order that gives one away."""

    class Source(models.TextChoices):
        DESK = "desk", _("from the desk")
        STAFF = "staff", _("from somebody who works in the neighbourhood")
        ROUND = "round", _("from a conversation in the street")
        UNMET = "unmet", _("something was not there")
        DECLINED = "declined", _("a partner could not take it over")

    # A random number: numbers in a row would tell which question was closed just before.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    sentence = models.CharField(_("the signal in one sentence"), max_length=300)
    topic_words = ArrayField(models.CharField(max_length=40), verbose_name=_("topic words"), default=list, blank=True)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+")
    month = models.DateField()  # always the first of a month
    source = models.CharField(_("where from"), max_length=8, choices=Source.choices)
    language = models.CharField(_("language of the words"), max_length=12, default="nl", choices=settings.LANGUAGES)
    theme = models.ForeignKey("signals.Theme", models.SET_NULL, null=True, blank=True, related_name="signals")
    # A keyed one-way token of who is behind it, as long as it stands alone; in a theme the theme's own (`Voice`) count.
    pool_token = models.CharField(max_length=64, blank=True)
    # What the sentence means, as numbers (base/language/meaning.py), so that likeness is not computed every night anew.
    meaning = models.BinaryField(null=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(sentence=""),
                name="signal_is_a_sentence",
                violation_error_message=_("Write the signal in one sentence."),
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="signal_knows_only_its_month"),
        ]
        indexes = [
            models.Index(fields=["house", "month"], name="signal_by_month"),
            models.Index(fields=["house"], condition=Q(theme=None), name="signal_that_stands_alone"),
            # What is told of a theme is counted from these alone; the row itself is long.
            models.Index(
                fields=["theme"],
                include=["id", "month", "neighbourhood", "source"],
                condition=Q(theme__isnull=False),
                name="signal_of_a_theme",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence


class Considered(models.Model):
    """That a worker kept or skipped what a question offered as a signal: never which signal it became."""

    class Offer(models.TextChoices):
        ANSWERED = "answered", _("answered or followed up")
        UNMET = "unmet", _("something was not there")
        DECLINED = "declined", _("a partner could not take it over")

    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    offer = models.CharField(max_length=8, choices=Offer.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "offer"], name="signal_is_offered_once")]

    def __str__(self) -> str:
        return f"{self.offer} {self.question_id}"


class Listener(models.Model):
    """Somebody who asked to hear what comes of it: the one link between a question and a signal, at their own wish.

    It exists only after their yes, no page of the group reads it, and it ends when they were told, take the wish back
    or are forgotten.
    """

    question = models.OneToOneField(Question, models.CASCADE, related_name="+")
    signal = models.ForeignKey(Signal, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{_('Hears what comes of it')} {self.question_id}"
