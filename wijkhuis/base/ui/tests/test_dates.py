from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from wijkhuis.base.ui.dates import when_words

TODAY = date(2026, 3, 2)
MOMENT = datetime(2026, 3, 4, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "woensdag 4 maart, 14.00 uur"),
        ("nl-informal", "woensdag 4 maart, 14.00 uur"),
        ("en", "Wednesday 4 March, 14:00"),
        ("tr", "4 Mart Çarşamba, saat 14:00"),
        ("ar", "الأربعاء، 4 مارس، الساعة 14:00"),
    ],
)
def test_a_moment_is_said_in_words_in_every_language(language, words):
    with translation.override(language):
        assert when_words(MOMENT, today=TODAY) == words


@pytest.mark.parametrize(
    ("day", "dutch", "turkish", "arabic"),
    [
        (date(2026, 3, 2), "vandaag", "bugün", "اليوم"),
        (date(2026, 3, 3), "morgen", "yarın", "غدًا"),
        (date(2026, 3, 1), "gisteren", "dün", "أمس"),
    ],
)
def test_days_close_by_are_named_as_people_name_them(day, dutch, turkish, arabic):
    for language, words in {"nl": dutch, "tr": turkish, "ar": arabic}.items():
        with translation.override(language):
            assert when_words(day, today=TODAY) == words


def test_another_year_is_said_too():
    with translation.override("nl"):
        assert when_words(date(2025, 12, 24), today=TODAY) == "woensdag 24 december 2025"


@pytest.mark.parametrize("language", ["ti", "so", "uk", "pl"])
def test_a_language_without_a_catalogue_borrows_no_dutch_words(language):
    with translation.override(language):
        near, far = when_words(TODAY, today=TODAY), when_words(MOMENT, today=TODAY)
    assert "vandaag" not in near
    assert "uur" not in far
    assert "4" in far
    assert "14:00" in far


def test_a_language_nobody_knows_falls_back_to_english():
    with translation.override("xx"):
        assert when_words(date(2026, 3, 4), today=TODAY) == "Wednesday 4 March"
