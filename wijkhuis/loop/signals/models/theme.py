"""A theme: signals that belong together, confirmed by people, and how many different people stand behind it."""

import secrets
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.models.signal import Signal
from wijkhuis.loop.signals.rules import proposal_words


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Themes as pages need them."""

    def open(self) -> "ThemeQuerySet":
        """Themes that have not ended."""
        return self.filter(closed_on__isnull=True)


class Theme(models.Model):
    """Keeps its name, people and history when signals are added."""

    class Standing(models.TextChoices):
        OPEN = "open", _("not decided yet")
        TAKEN_UP = "taken_up", _("we take this up")
        WATCHED = "watched", _("we keep an eye on it")
        HANDED_OVER = "handed_over", _("handed to the municipality")
        LET_GO = "let_go", _("we let it go")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=80)
    # Which theme of the library it is; nothing when it was discovered here.
    known_as = models.CharField(max_length=60, blank=True)
    since = models.DateField()  # the month of its first signal
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    confirmed_on = models.DateField()
    standing = models.CharField(max_length=11, choices=Standing.choices, default=Standing.OPEN)
    # One public sentence: why it stands as it does. Written with the last decision.
    why = models.CharField(_("why, in one sentence everybody may read"), max_length=300, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    # What may be said outside the group: nothing below five, and afterwards it moves in steps of five or more.
    people_shown = models.PositiveIntegerField(default=0)
    # Since when that is said: what was decided earlier is told outside as of this day, or it would say when few came.
    shown_on = models.DateField(null=True, blank=True)
    objects = ThemeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""), name="theme_has_a_name", violation_error_message=_("Give the theme a name.")
            ),
            models.CheckConstraint(
                condition=Q(standing="open") | ~Q(why=""),
                name="theme_decision_says_why",
                violation_error_message=_("Write one sentence why. Everybody may read it."),
            ),
            models.CheckConstraint(
                condition=Q(people_shown=0) | Q(people_shown__gte=5), name="theme_speaks_of_five_people_or_of_none"
            ),
        ]
        indexes = [models.Index(fields=["house"], condition=Q(closed_on=None), name="theme_open_in_a_house")]

    def __str__(self) -> str:
        return self.name

    @property
    def told_since(self) -> date | None:
        """The day of the decision as everybody may know it: never before five people stood behind it."""
        days = [day for day in (self.decided_on, self.shown_on) if day]
        return max(days) if self.decided_on else None


def new_secret() -> bytes:
    """A key that nobody knows and that goes with its theme."""
    return secrets.token_bytes(32)


class VoiceKey(models.Model):
    """The key under which the people of a theme are counted. Destroyed when the theme closes.

    A theme that took in another keeps that one's key too: each key counts its own tokens, and the highest count is what
    is certain.
    """

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="voice_keys")
    secret = models.BinaryField(default=new_secret, editable=False)

    def __str__(self) -> str:
        return f"{_('Key of theme')} {self.theme_id}"


class Voice(models.Model):
    """A one-way token of the person behind a signal, under one key of its theme; equal tokens are one person."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="+")
    key = models.ForeignKey(VoiceKey, models.CASCADE, related_name="voices")
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signal", "key"], name="voice_counts_once_per_signal")]
        # With its signal, so that counting people by month and place reads no rows.
        indexes = [models.Index(fields=["key", "token"], include=["signal"], name="voice_of_a_key")]

    def __str__(self) -> str:
        return f"{_('Voice')} {self.pk}"


class Proposal(models.Model):
    """What the computer thinks belongs together; nothing changes before a human says yes."""

    class Kind(models.TextChoices):
        NEW = "new", _("a new theme")
        GROW = "grow", _("belongs to this theme too")
        SHRINK = "shrink", _("no longer fits this theme")
        SPLIT = "split", _("seems to be two themes")
        MERGE = "merge", _("seems to be one theme")

    house = models.ForeignKey(House, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    name = models.CharField(max_length=80, blank=True)
    known_as = models.CharField(max_length=60, blank=True)
    # The theme that grows, shrinks, is split or takes in the other; none for a new one.
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="proposals")
    other = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="+")
    signals = models.ManyToManyField(Signal, related_name="+")
    # How worth a minute: how much alike its signals are, 0 to 1.
    closeness = models.FloatField(default=0)
    made_on = models.DateField()
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    accepted = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="new", theme__isnull=True) | (~Q(kind="new") & Q(theme__isnull=False)),
                name="proposal_is_about_a_theme_unless_it_is_new",
            ),
            models.CheckConstraint(
                condition=Q(kind="merge", other__isnull=False) | (~Q(kind="merge") & Q(other__isnull=True)),
                name="proposal_to_merge_names_both",
            ),
        ]
        indexes = [models.Index(fields=["house"], condition=Q(decided_on=None), name="proposal_that_waits")]

    def __str__(self) -> str:
        return self.name or f"{self.kind} {self.pk}"

    @property
    def asked(self) -> proposal_words.Asked:
        """What it asks in words; read `theme` and `other` along."""
        theme, other = (one.name if one else "" for one in (self.theme, self.other))
        return proposal_words.asked(self.kind, name=self.name, theme=theme, other=other)
