"""Who is here, and who knows about it."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from tests.cast import make_user
from wijkhuis.base import clock
from wijkhuis.house.partners.models import Attendance, AttendanceChange, Professional
from wijkhuis.house.partners.queries import fitting, here_on, partnerships_of, professionals_for, warm_up

MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)


@pytest.fixture
def sociaal_werker(pieter):
    return Professional.objects.get(user=pieter)


def say(professional, house, on, *, is_here):
    said_by = make_user(f"{professional.first_name}{is_here}")
    AttendanceChange.objects.create(professional=professional, house=house, on=on, is_here=is_here, said_by=said_by)


def test_the_week_says_who_is_here(sociaal_werker, house, other_house):
    present = here_on(house, on=MONDAY)

    assert [(one.professional, one.starts_at, one.ends_at) for one in present] == [(sociaal_werker, time(9), time(12))]
    assert here_on(house, on=SATURDAY) == []
    assert here_on(other_house, on=MONDAY) == []


def test_one_day_may_differ_from_the_week(sociaal_werker, fatma, house):
    say(sociaal_werker, house, MONDAY, is_here=False)
    say(fatma, house, MONDAY, is_here=True)

    assert [(one.professional, one.starts_at) for one in here_on(house, on=MONDAY)] == [(fatma, None)]


def test_a_morning_and_an_afternoon_are_one_face(sociaal_werker, house):
    Attendance.objects.create(professional=sociaal_werker, house=house, weekday=0, starts_at=time(14), ends_at=time(17))

    assert [(one.starts_at, one.ends_at) for one in here_on(house, on=MONDAY)] == [(time(9), time(17))]


@pytest.mark.parametrize(("hour", "from_when"), [(8, [time(9)]), (10, [time(9)]), (13, [time(14)]), (17, [])])
def test_who_went_home_is_not_here_any_more(sociaal_werker, house, hour, from_when):
    Attendance.objects.create(professional=sociaal_werker, house=house, weekday=0, starts_at=time(14), ends_at=time(17))

    with clock.pretend(timezone.make_aware(datetime.combine(MONDAY, time(hour)))):
        assert [one.starts_at for one in here_on(house, on=MONDAY)] == from_when
        assert professionals_for("schulden", house=house, on=MONDAY)[0].is_here == bool(from_when)


def test_who_left_is_not_here_and_not_found(sociaal_werker, house):
    sociaal_werker.left_on = MONDAY
    sociaal_werker.save()

    assert here_on(house, on=MONDAY) == []
    assert professionals_for("schulden", house=house, on=MONDAY) == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("de muur is zwart van de schimmel", "Fatma"),
        ("ik kan de huur niet betalen", "Fatma"),
        ("ik heb schulde", "Pieter"),
        ("iemand van het buurtteam", "Pieter"),
        ("ik snap de brief niet", "Pieter"),
    ],
)
def test_people_find_a_professional_in_their_own_words(sociaal_werker, fatma, house, said, name):
    assert professionals_for(said, house=house, on=MONDAY)[0].professional.first_name == name


def test_who_is_here_today_comes_first_and_says_why(sociaal_werker, fatma, house, django_assert_num_queries):
    with django_assert_num_queries(1):
        first, second = professionals_for("huur, schimmel, schulden", house=house, on=MONDAY)
        assert (first.professional.partner.name, first.is_here) == ("Buurtteam Noord", True)
        assert (second.professional.partner.name, second.is_here) == ("Woonstad", False)

    assert "schulden" in first.why
    assert "huur" in second.why


def test_only_partners_of_the_house(fatma, house, other_house, corporation):
    assert professionals_for("huur", house=other_house, on=MONDAY) == []
    assert list(partnerships_of(house)) == [corporation]

    corporation.ended_on = MONDAY
    corporation.save()

    assert professionals_for("huur", house=house, on=MONDAY) == []
    assert list(partnerships_of(house)) == []


@pytest.mark.parametrize("said", ["", "\x00", "😀", "de het een"])
def test_what_says_nothing_finds_nobody(fatma, house, said):
    assert professionals_for(said, house=house, on=MONDAY) == []


@pytest.mark.parametrize(
    "said", ["My landlord wants me out", "mijn huisbaas wil ineens meer geld", "ev sahibim beni çıkarmak istiyor"]
)
def test_what_is_asked_is_understood_in_other_words_and_languages(fatma, house, said):
    found = professionals_for(said, house=house, on=MONDAY)

    assert [face.professional.first_name for face in found] == ["Fatma"]
    assert "huur" in found[0].why


@pytest.mark.parametrize(
    ("said", "function", "about"),
    [
        ("ik ben zo alleen sinds mijn vrouw dood is", "sociaal raadsvrouw", "toeslagen, uitkering"),
        ("mijn moeder loopt weg", "gezinswerker", "opvoeding, jonge moeders"),
        ("ik wil werken maar spreek geen Nederlands", "huisarts", "griep"),
    ],
)
def test_a_word_of_family_or_of_the_language_everybody_speaks_finds_nobody(fatma, house, said, function, about):
    Professional.objects.update(function=function, ask_me_about=about, languages=["Nederlands"])

    assert professionals_for(said, house=house, on=MONDAY) == []


def test_who_is_found_by_the_whole_says_what_they_know_closest_to_it(sociaal_werker, house):
    sociaal_werker.ask_me_about = "schulden, brieven, eenzaamheid"
    sociaal_werker.save()

    (face,) = professionals_for("met kerst zit ik weer alleen", house=house, on=MONDAY)

    assert "eenzaamheid" in face.why


def test_what_everybody_knows_about_is_understood_before_somebody_asks(sociaal_werker, fatma, house, monkeypatch):
    warm_up()

    monkeypatch.setattr(fitting, "encode", lambda texts: pytest.fail(f"still had to understand {texts}"))
    assert professionals_for("huur, schimmel, schulden", house=house, on=MONDAY)
