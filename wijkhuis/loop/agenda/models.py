"""The neighbourhood agenda (wijkagenda): meetings of the signal group, what was decided, and who does what."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.loop.signals.models import Proposal, Seat, SignalGroup, Theme


class Meeting(models.Model):
    """One meeting of the signal group, chaired by a resident in turn."""

    group = models.ForeignKey(SignalGroup, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("when"))
    place = models.CharField(_("where"), max_length=120, blank=True)
    chair = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("chair"))
    present = models.CharField(_("who was there"), max_length=400, blank=True)
    notes = models.TextField(_("notes"), max_length=5000, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["group", "starts_at"], name="meeting_is_held_once")]

    def __str__(self) -> str:
        return f"{self.group} {self.starts_at:%Y-%m-%d}"


class Item(models.Model):
    """One point of the agenda: a proposal to look at, a theme to decide on, or something else."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField(default=0)
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="+")
    proposal = models.ForeignKey(Proposal, models.CASCADE, null=True, blank=True, related_name="+")
    words = models.CharField(_("what it is about"), max_length=200, blank=True)
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(theme__isnull=False, proposal__isnull=True)
                | Q(theme__isnull=True, proposal__isnull=False)
                | (Q(theme__isnull=True, proposal__isnull=True) & ~Q(words="")),
                name="item_is_about_one_thing",
                violation_error_message=_("Say what this point is about."),
            )
        ]

    def __str__(self) -> str:
        return self.words or str(self.theme or self.proposal)


class Decision(models.Model):
    """What the group decided about a theme, with one public sentence why. A newer decision replaces an older one."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="decisions")
    standing = models.CharField(max_length=11, choices=Theme.Standing.choices)
    why = models.CharField(_("why, in one sentence everybody may read"), max_length=300)
    decided_on = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # Watch: when the group looks again.
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)
    # Hand to the municipality: who owes an answer by when, and what it was.
    handed_to = models.CharField(_("to whom at the municipality"), max_length=120, blank=True)
    answer_due_on = models.DateField(_("answer before"), null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.TextField(_("the answer"), max_length=2000, blank=True)
    # When the group could read the answer first; until they talked about it after that it comes back.
    answer_kept_at = models.DateTimeField(null=True)
    # It came with a theme that was taken in by one that was decided on: it holds no more, but its answer may be owed.
    came_along = models.BooleanField(default=False)
    is_still_owed = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""),
                name="decision_says_why",
                violation_error_message=_("Write one sentence why. Everybody may read it."),
            ),
            models.CheckConstraint(
                condition=~Q(standing="handed_over") | (Q(answer_due_on__isnull=False) & ~Q(handed_to="")),
                name="decision_to_hand_over_has_a_date_for_an_answer",
                violation_error_message=_("Say to whom, and by which day they owe an answer."),
            ),
            models.CheckConstraint(
                condition=~Q(standing="watched") | Q(look_again_on__isnull=False),
                name="decision_to_watch_has_a_date",
                violation_error_message=_("When do you look again?"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.standing}"


class Task(models.Model):
    """Who does what before when, agreed in a meeting; they are reminded in a resident's name."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="tasks")
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, blank=True, related_name="+")
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    who = models.CharField(_("who"), max_length=80, blank=True)
    what = models.CharField(_("does what"), max_length=200)
    by_on = models.DateField(_("before"))
    done_at = models.DateTimeField(null=True)
    # Nobody needs to do it any more: said by the group, also after the meeting.
    dropped_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["done_at", "by_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seat__isnull=False) | ~Q(who=""),
                name="task_is_somebodys",
                violation_error_message=_("Who does this?"),
            )
        ]

    def __str__(self) -> str:
        return self.what


class Concerned(models.Model):
    """Those concerned first: what people in the situation themselves say, before an approach is chosen."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="+")
    words = models.TextField(_("what people in this situation say themselves"), max_length=2000)
    heard_how = models.CharField(_("how did you hear this?"), max_length=200, blank=True)
    heard_on = models.DateField(_("when"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["heard_on", "pk"]

    def __str__(self) -> str:
        return f"{_('Those concerned about')} {self.theme_id}"
