"""Dates and times in words, in every language Babel knows."""

import datetime as dt
import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext


def when_words(moment: dt.date, *, today: dt.date) -> str:
    """Say a day, with its time if it has one: "tomorrow, 14.00", or the day of the week with date and month."""
    if not isinstance(moment, dt.datetime):
        return day_words(moment, today=today)
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return gettext("%(day)s, %(time)s") % {
        "day": day_words(local.date(), today=today),
        "time": time_words(local.time()),
    }


def day_words(day: dt.date, *, today: dt.date) -> str:
    """Say a day as people do: today, tomorrow, yesterday, else Wednesday 4 March, with the year when it is another."""
    return _day_in(get_language() or "en", day, today)


# A list of thirty questions says sixty days, most of them the same.
@lru_cache(maxsize=4000)
def _day_in(language: str, day: dt.date, today: dt.date) -> str:
    away, locale = (day - today).days, _locale_of(language)
    if abs(away) <= 1 and _has_own_words():
        return (gettext("today"), gettext("tomorrow"), gettext("yesterday"))[away]
    return format_date(day, _in_full("MMMEd" if day.year == today.year else "yMMMEd", locale), locale=locale)


def time_words(time: dt.time) -> str:
    """Say a time on the clock of the language: "14.00 uur" in Dutch, "14:00" elsewhere."""
    locale = _locale()
    if locale.language == "nl":
        return f"{time:%H.%M} uur"
    return format_time(time, "HH:mm", locale=locale)


def clock_words(time: dt.time) -> str:
    """The same without a word after it, to stand in a row of hours: "14.00" in Dutch."""
    locale = _locale()
    return f"{time:%H.%M}" if locale.language == "nl" else format_time(time, "HH:mm", locale=locale)


def weekday_words(weekday: int) -> str:
    """The name of a day of the week (Monday is 0) in the language of the page."""
    return str(_locale().days["format"]["wide"][weekday])


def _in_full(skeleton: str, locale: Locale) -> str:
    """Take the order of the language from its short pattern, and widen day and month to whole words."""
    pattern = str(locale.datetime_skeletons[skeleton].pattern)
    if locale.language == "en":
        pattern = pattern.replace(",", "")
    return re.sub(r"(?<![EML])(E{1,3}|MMM|LLL)(?![EML])", lambda part: part[0][0] * 4, pattern)


def _has_own_words() -> bool:
    # Without a catalogue of its own a language would borrow "vandaag" from Dutch in the middle of its sentence.
    return pgettext("the code of the language you translate into", "en") == _locale().language


def _locale() -> Locale:
    return _locale_of(get_language() or "en")


@lru_cache(maxsize=20)
def _locale_of(language: str) -> Locale:
    code = language.replace("-informal", "")
    if code == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
