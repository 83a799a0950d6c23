"""Who is here, and who knows about what somebody says."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.asked import asked_often
from wijkhuis.base.ui.dates import time_words
from wijkhuis.house.directory.queries import topics_of
from wijkhuis.house.directory.rules.words import content_words, first_match
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Attendance, AttendanceChange, Partner, Professional
from wijkhuis.house.partners.queries.fitting import Fit, fits_of, subjects_of


@dataclass(frozen=True)
class Present:
    """Somebody who is in the house on a day; without hours when they said so for this one day."""

    professional: Professional
    starts_at: time | None
    ends_at: time | None

    @property
    def hours(self) -> str:
        """Until when, and from when for who still has to come: 'until 15.00'; empty without hours."""
        if self.starts_at is None or self.ends_at is None:
            return ""
        until = {"from": time_words(self.starts_at), "until": time_words(self.ends_at)}
        if self.starts_at > timezone.localtime(clock.now()).time():
            return _("from %(from)s until %(until)s") % until
        return _("until %(until)s") % until


@dataclass(frozen=True)
class Face:
    """Somebody who may help: whether they are in the house that day, and why they fit, in one line."""

    professional: Professional
    is_here: bool
    why: str


# Who is in the house is shown with first name, function and partner, on pages that everybody opens.
OF_A_FACE = (
    "professional__first_name",
    "professional__function",
    "professional__left_on",
    "professional__partner__name",
)


def here_on(house: House, *, on: date) -> list[Present]:
    """Who is in the house on a day, by the hour: the week, less who said no, and who said yes. Two queries.

    Of today only who is still there or still comes.
    """
    said = {change.professional_id: change for change in _changes(house_id=house.pk, on=on)}
    present: dict[int, Present] = {}
    gone = _gone_before(on)
    for one in _week(house_id=house.pk, weekday=on.weekday(), on=on):
        if one.ends_at <= gone:
            continue
        known = present.get(one.professional_id)
        # Somebody who comes in the morning and again in the afternoon is one face.
        present[one.professional_id] = Present(
            one.professional, known.starts_at if known else one.starts_at, one.ends_at
        )
    for who, change in said.items():
        if not change.is_here:
            present.pop(who, None)
        elif who not in present and change.professional.left_on is None:
            present[who] = Present(change.professional, None, None)
    return sorted(present.values(), key=lambda one: (one.starts_at or time.min, one.professional.first_name))


@asked_often
def _changes(*, house_id: int, on: date) -> QuerySet[AttendanceChange]:
    changes = AttendanceChange.objects.filter(house=house_id, on=on).select_related("professional__partner")
    return changes.only("is_here", *OF_A_FACE)


@asked_often
def _week(*, house_id: int, weekday: int, on: date) -> QuerySet[Attendance]:
    week = Attendance.objects.filter(house=house_id, weekday=weekday).select_related("professional__partner")
    still_there = Q(professional__left_on=None) | Q(professional__left_on__gt=on)
    return week.filter(still_there).only("starts_at", "ends_at", *OF_A_FACE)


def _gone_before(on: date) -> time:
    """Whose hours end before this time is not there any more: of today the time it is, of another day nobody."""
    now = timezone.localtime(clock.now())
    return now.time() if on == now.date() else time.min


# Somebody of a partner who works elsewhere in the city counts for half.
SEARCH = """
WITH asked AS (SELECT unaccent(unnest(%(words)s::text[])) AS word),
faces AS (
  SELECT person.*, partner.name AS partner_name, partner.kind AS partner_kind,
    setweight(to_tsvector('dutch', unaccent(function || ' ' || ask_me_about)), 'A')
      || setweight(to_tsvector('dutch', unaccent(concat_ws(' ', for_whom, partner.name,
           array_to_string(array_remove(languages, %(everybody_speaks)s), ' ')))), 'B') AS search,
    lower(unaccent(concat_ws(' ', function, ask_me_about, for_whom, partner.name))) AS search_text,
    CASE WHEN EXISTS (SELECT 1 FROM partners_attendance WHERE professional_id = person.id AND house_id = %(house)s)
      OR EXISTS (SELECT 1 FROM partners_professional_neighbourhoods works
                 JOIN neighbourhood_house_neighbourhoods ours USING (neighbourhood_id)
                 WHERE works.professional_id = person.id AND ours.house_id = %(house)s)
      OR NOT EXISTS (SELECT 1 FROM partners_professional_neighbourhoods WHERE professional_id = person.id)
    THEN 1 ELSE .5 END AS near
  FROM partners_professional person
  JOIN partners_partner partner ON partner.id = person.partner_id
  JOIN partners_partnership tie ON tie.partner_id = partner.id AND tie.house_id = %(house)s AND tie.ended_on IS NULL
  WHERE left_on IS NULL OR left_on > %(on)s
),
fits AS (
  SELECT faces.id, sum(near * (
      ts_rank('{0,.4,.6,1}', search, plainto_tsquery('dutch', word))
      + CASE WHEN length(word) > 3 THEN
          .5 * ts_rank('{0,.4,.6,1}', search, to_tsquery('dutch', quote_literal(word) || ':*'))
          + .3 * greatest(word_similarity(word, search_text) - .55, 0) ELSE 0 END)) AS score
  FROM faces, asked GROUP BY faces.id
)
SELECT faces.*, fits.score, coalesce(
    (SELECT is_here FROM partners_attendancechange said
     WHERE said.professional_id = faces.id AND said.house_id = %(house)s AND said."on" = %(on)s),
    EXISTS (SELECT 1 FROM partners_attendance week
     WHERE week.professional_id = faces.id AND week.house_id = %(house)s AND week.weekday = %(weekday)s
       AND week.ends_at > %(after)s)) AS is_here
FROM fits JOIN faces USING (id)
"""
# Words that say about whom a question is, and not what it is: nearly everybody has a mother.
ABOUT_WHOM = frozenset(
    """
    moeder moeders vader vaders ouder ouders vrouw vrouwen man mannen kind kinderen zoon dochter oma opa zus zusje broer
    broertje tante oom buurvrouw buurman vriend vriendin mother father wife husband child children son daughter
    """.split()
)
WORDS_FIT = 0.02
EVERYBODY_SPEAKS = "Nederlands"
MOST_WARMED = 1000


def professionals_for(text: str, *, house: House, on: date, limit: int = 5) -> list[Face]:
    """People of partners of a house who know about what somebody says; who is here that day first. One query.

    What is asked is understood in whatever language, and its words are looked for beside that.
    """
    words = content_words(text)
    if not words or limit < 1:
        return []
    telling = [word for word in words if word not in ABOUT_WHOM] or words
    asked = {"words": telling, "house": house.pk, "on": on, "weekday": on.weekday(), "after": _gone_before(on)}
    asked["everybody_speaks"] = EVERYBODY_SPEAKS
    people: list[Any] = list(Professional.objects.raw(SEARCH, asked))
    weighed = zip(people, fits_of(people, topics_of(text)), strict=True)
    fitting = [(one, fit) for one, fit in weighed if one.score > WORDS_FIT or fit.share]
    fitting.sort(key=lambda pair: (not pair[0].is_here, -_score(*pair), pair[0].pk))
    return [_face(one, fit, telling) for one, fit in fitting[:limit]]


def warm_up() -> None:
    """Understand what everybody knows about before somebody waits for it."""
    faces = Professional.objects.filter(left_on=None).order_by("pk")[:MOST_WARMED]
    fits_of(list(faces), topics_of("goedemorgen buurt"))


def _score(professional: Any, fit: Fit) -> float:
    return float(professional.score) + float(professional.near) * fit.share


def _face(professional: Any, fit: Fit, words: list[str]) -> Face:
    partner = Partner(id=professional.partner_id, name=professional.partner_name, kind=professional.partner_kind)
    professional.partner = partner
    return Face(professional, professional.is_here, _why(professional, fit, words))


def _why(professional: Any, fit: Fit, words: list[str]) -> str:
    subjects = subjects_of(professional)
    subject = first_match(subjects, words) or fit.subject or ", ".join(subjects[:2])
    language = first_match([one for one in professional.languages if one != EVERYBODY_SPEAKS], words)
    parts = [
        _("ask about %(subject)s") % {"subject": subject} if subject else professional.function,
        _("for %(audience)s") % {"audience": professional.for_whom} if professional.for_whom else "",
        _("speaks %(language)s") % {"language": language} if language else "",
        _("is here today") if professional.is_here else "",
    ]
    return ", ".join(part for part in parts if part)
