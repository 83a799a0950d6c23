"""The question: what somebody asked, in their own words, and who holds it."""

from datetime import date, datetime

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.people.models import ContactWish, Household


class Rung(models.TextChoices):
    """The ladder: what can you do yourself, your own people, the neighbourhood, and only then a professional."""

    SELF = "self", _("yourself")
    OWN_PEOPLE = "own_people", _("your own people")
    NEIGHBOURHOOD = "neighbourhood", _("the neighbourhood")
    PROFESSIONAL = "professional", _("a professional")


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions as the lists of a house need them."""

    def open(self) -> "QuestionQuerySet":
        """Questions that have not ended: somebody holds them."""
        return self.filter(closed_at__isnull=True)

    def held_by(self, user_id: int) -> "QuestionQuerySet":
        """Open questions this person holds."""
        return self.open().filter(holder_id=user_id)

    def overdue(self, *, on: date) -> "QuestionQuerySet":
        """Open questions whose next step should have been taken."""
        return self.open().filter(next_on__lt=on)

    def not_taken_up(self) -> "QuestionQuerySet":
        """Open questions that came in by web or kiosk and that nobody took up yet."""
        return self.open().filter(taken_up_at__isnull=True)

    def unseen(self, *, since: datetime) -> "QuestionQuerySet":
        """Open questions nobody looked at since a moment; what only waits for its follow-up may rest."""
        return self.open().filter(looked_at__lt=since, answered_at=None)

    def giving_back(self) -> "QuestionQuerySet":
        """Questions of people who would like to do something for others, and nobody talked about it with them yet."""
        return self.filter(talked_at=None, forgotten_at=None).exclude(gives_back="")

    def whose_words_hold(self, text: str) -> "QuestionQuerySet":
        """Questions with these words, by Dutch full text."""
        vector = SearchVector("words", config="dutch")
        return self.alias(vector=vector).filter(vector=SearchQuery(text, config="dutch", search_type="websearch"))


class Question(models.Model):
    """One question. The words live apart from the person (ContactWish), who can go first."""

    class Channel(models.TextChoices):
        DESK = "desk", _("at the desk")
        PHONE = "phone", _("by phone")
        WEB = "web", _("on the web")
        KIOSK = "kiosk", _("at the kiosk")
        STREET = "street", _("in the street")
        HOME_VISIT = "home_visit", _("at home")

    class Urgency(models.TextChoices):
        NORMAL = "normal", _("can wait a few days")
        SOON = "soon", _("this week")
        NOW = "now", _("now")

    class Ending(models.TextChoices):
        SOLVED = "solved", _("solved")
        NOT_ASKED = "not_asked", _("answered, not asked how it went")
        UNKNOWN = "unknown", _("answered, not known how it went")
        WITHDRAWN = "withdrawn", pgettext_lazy("a question", "withdrawn")
        DELETED = "deleted", _("deleted at the resident's wish")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    words = models.TextField(_("the question in their own words"), max_length=10_000, blank=True)
    language = models.CharField(_("language of the words"), max_length=12, default="nl")
    channel = models.CharField(_("how it came in"), max_length=10, choices=Channel.choices, default=Channel.DESK)
    urgency = models.CharField(_("how urgent?"), max_length=6, choices=Urgency.choices, default=Urgency.NORMAL)
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood")
    )
    contact = models.OneToOneField(ContactWish, models.SET_NULL, null=True, blank=True, related_name="+")
    household = models.ForeignKey(Household, models.SET_NULL, null=True, blank=True, related_name="+")

    asked_at = models.DateTimeField(_("asked at"))
    taken_down_at = models.DateTimeField()
    taken_down_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_up_at = models.DateTimeField(null=True)

    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    holder_partner = models.ForeignKey(Professional, models.PROTECT, null=True, blank=True, related_name="+")
    next_step = models.CharField(_("next step"), max_length=200)
    next_on = models.DateField(_("when"), null=True)
    rung = models.CharField(_("where we are on the ladder"), max_length=14, choices=Rung.choices, default=Rung.SELF)
    enough_rung = models.CharField(_("which rung was enough"), max_length=14, choices=Rung.choices, blank=True)

    looked_at = models.DateTimeField()
    last_contact_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    times_reopened = models.PositiveSmallIntegerField(default=0)
    forgotten_at = models.DateTimeField(null=True)
    # What waits for somebody of the house: words the resident added, and news nobody told them yet.
    words_added_at = models.DateTimeField(null=True)
    ended_before = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    to_tell_at = models.DateTimeField(null=True)
    reach_changed_at = models.DateTimeField(null=True)
    talked_at = models.DateTimeField(null=True)
    talked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gives_back = models.TextField(_("what they would like to do for others"), max_length=1000, blank=True)

    link_token = models.CharField(max_length=32, unique=True, null=True)
    short_code = models.CharField(max_length=8, null=True)
    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=False)
                | (
                    (
                        Q(holder__isnull=False, holder_partner__isnull=True)
                        | Q(holder__isnull=True, holder_partner__isnull=False)
                    )
                    & ~Q(next_step="")
                    & Q(next_on__isnull=False)
                ),
                name="question_has_one_holder_a_next_step_and_a_date",
                violation_error_message=_("An open question has one holder, a next step and a date."),
            ),
            models.CheckConstraint(
                condition=~Q(words="") | Q(forgotten_at__isnull=False),
                name="question_has_words_until_it_is_forgotten",
                violation_error_message=_("Write down the question in the words of the person who asks."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, ending="") | (Q(closed_at__isnull=False) & ~Q(ending="")),
                name="question_ends_in_one_way",
            ),
            models.UniqueConstraint(fields=["house", "short_code"], name="question_short_code_is_its_own_in_a_house"),
        ]
        indexes = [
            # With the id at the end a page of thirty reads thirty, not the whole day.
            models.Index(fields=["holder", "next_on", "id"], condition=Q(closed_at=None), name="question_of_a_holder"),
            models.Index(
                fields=["house", "next_on", "id"], condition=Q(closed_at=None), name="question_open_in_a_house"
            ),
            models.Index(fields=["house", "looked_at"], condition=Q(closed_at=None), name="question_nobody_looked_at"),
            models.Index(fields=["house", "asked_at"], name="question_by_when_asked"),
            models.Index(fields=["last_contact_at"], condition=Q(forgotten_at=None), name="question_by_last_contact"),
            models.Index(
                fields=["house", "closed_at"],
                condition=Q(talked_at=None, forgotten_at=None) & ~Q(gives_back=""),
                name="question_somebody_gives_back",
            ),
            GinIndex(SearchVector("words", config="dutch"), name="question_by_words"),
        ]

    def __str__(self) -> str:
        return f"{_('Question')} {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still holds it."""
        return self.closed_at is None

    @property
    def holding_mark(self) -> str:
        """Who holds it, as one word that a page gives back, so that a click on an old page takes nothing."""
        return f"{self.holder_id or 0}-{self.holder_partner_id or 0}-{int(self.taken_up_at is not None)}"

    @property
    def holder_introduction(self) -> str:
        """First name and function of who holds it."""
        who = self.holder or self.holder_partner
        return who.introduction if who else ""

    def is_late(self, *, on: date) -> bool:
        """Whether the next step should have been taken before this day."""
        return self.is_open and self.next_on is not None and self.next_on < on
