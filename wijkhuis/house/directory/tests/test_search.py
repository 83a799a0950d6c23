"""Finding what is there in people's own words."""

from datetime import date

import pytest

from tests.cast import by
from wijkhuis.house.directory.actions import count_choice, index_entries, index_key_people, take_up
from wijkhuis.house.directory.models import Choice, Entry, KeyPerson
from wijkhuis.house.directory.queries import search_entries, search_key_people
from wijkhuis.house.directory.queries.why import why_entry
from wijkhuis.house.directory.rules.lexicon import topics
from wijkhuis.house.directory.rules.words import clauses_of


@pytest.fixture
def mapped(entries):
    index_entries()
    return {entry.name: entry for entry in entries}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ik heb schulden en ik durf de brieven niet open te maken", "Budgetloket"),
        ("Ik heb veel geldzorgen.", "Budgetloket"),
        ("hulp bij me administrasie", "Sorteergroep"),
        ("SCHULDE", "Budgetloket"),
        ("ik wil niet steeds alleen eten", "Eettafel De Brug"),
        ("iets met de post", "Sorteergroep"),
    ],
)
def test_people_find_help_in_their_own_words(mapped, said, found):
    names = [found.entry.name for found in search_entries(said)]

    assert found in names[:2]


@pytest.mark.parametrize("said", ["", "\x00", "de het een en", "😀 😀", "&|!():*<->'\\", "\ud800", "?" * 100_000])
def test_what_says_nothing_finds_nothing(mapped, said):
    assert search_entries(said) == []


@pytest.mark.parametrize("said", ["zzzz", "ZZZZ aaaa", "hhhhhh ...", "\u0647\u0647\u0647\u0647\u0647"])
def test_one_letter_again_and_again_finds_nothing(mapped, said):
    assert search_entries(said) == []
    assert search_entries(f"{said} schulden")


@pytest.mark.parametrize("said", ["xqzv blorp", "asdfgh", "blorp"])
def test_letters_in_a_row_find_nothing(mapped, said):
    assert search_entries(said) == []


def test_of_a_bare_name_nobody_says_what_it_helps_with():
    cafe = Entry(name="Café Zuid")

    assert "rouw" not in why_entry(cafe, [], topic="rouw en verlies")
    cafe.description = "Samen praten over wie u mist."
    assert "rouw" in why_entry(cafe, [], topic="rouw en verlies")


def test_the_reason_is_the_subject_rather_than_a_word_that_says_little():
    visits = Entry(
        name="Maatjes", kind=Entry.Kind.SERVICE, description="Drie keer per week een praatje.", topics=["bezoek"]
    )

    assert all("bezoek" in why_entry(visits, [word]) for word in ("week", "drie"))
    assert "eenzaamheid" in why_entry(visits, ["praatje"], topic="eenzaamheid")
    assert "praatje" in why_entry(visits, ["praatje"])


def test_a_very_long_story_is_read_too(mapped):
    assert search_entries("mijn verhaal over schulden " + "en nog iets " * 50_000)


def test_the_reason_is_one_line_in_plain_words(mapped):
    found = search_entries("schulden en geld")[0]

    assert "geld" in found.why
    assert "Noorderpoort" in found.why
    assert "\n" not in found.why


def test_what_is_near_comes_first_and_the_city_counts_as_near(city, house, other_house):
    near, far, wide = (
        Entry.objects.create(name=f"Taalcafé {place}", topics=["taal"], neighbourhood=neighbourhood)
        for place, neighbourhood in (("Noord", city.noorderpoort), ("Water", city.waterkant), ("Stad", None))
    )
    index_entries()

    assert [found.entry for found in search_entries("taalcafé", house=house)] == [near, wide, far]
    assert [found.entry for found in search_entries("taalcafé", house=other_house)] == [far, wide, near]


def test_only_the_kinds_that_were_asked_and_not_what_is_off_the_map(mapped):
    Entry.objects.filter(name="Sorteergroep").update(is_published=False)

    assert "Sorteergroep" not in [found.entry.name for found in search_entries("post en brieven")]
    groups = search_entries("schulden", kinds=(Entry.Kind.GROUP, Entry.Kind.MEETING_PLACE))
    assert {found.entry.kind for found in groups} <= {Entry.Kind.GROUP, Entry.Kind.MEETING_PLACE}
    assert len(search_entries("schulden eten", limit=1)) == 1


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("de aanmaningen stapelen zich op", "Budgetloket"),
        ("kredi borcumu ödeyemiyorum", "Budgetloket"),
        ("I owe money to everybody", "Budgetloket"),
        ("لا أحب أن آكل وحدي", "Eettafel De Brug"),
        ("nie rozumiem pism z urzędu", "Sorteergroep"),
    ],
)
def test_people_who_share_no_word_with_the_map_find_help_too(mapped, said, found):
    assert search_entries(said)[0].entry.name == found


def test_a_question_without_a_telling_word_is_understood_when_its_topic_is_clear(mapped):
    assert search_entries("ik wil iets voor een ander doen")


def test_what_people_are_known_to_say_finds_the_entry(mapped):
    entry = mapped["Eettafel De Brug"]
    Entry.objects.filter(pk=entry.pk).update(people_say=["naar de blauwe deur"])
    index_entries([entry.pk])

    assert search_entries("waar is die blauwe deur")[0].entry == entry


def test_who_offers_it_finds_the_entry_also_when_only_that_changed(mapped):
    entry = mapped["Sorteergroep"]
    before = {found.entry: found.score for found in search_entries("zonnebloemstichting", limit=50)}
    Entry.objects.filter(pk=entry.pk).update(organisation="Zonnebloemstichting")
    index_entries([entry.pk])

    after = {found.entry: found.score for found in search_entries("zonnebloemstichting", limit=50)}
    assert after[entry] > before.get(entry, 0)


def test_what_changed_is_found_at_once(mapped):
    assert "Zwemclub De Otter" not in [found.entry.name for found in search_entries("baantjes trekken in het bad")]

    otter = Entry.objects.create(name="Zwemclub De Otter", description="Zwemmen voor volwassenen.", topics=["zwemmen"])
    index_entries([otter.pk])

    assert search_entries("baantjes trekken in het bad")[0].entry == otter
    otter.delete()
    assert "Zwemclub De Otter" not in [found.entry.name for found in search_entries("baantjes trekken in het bad")]


def test_two_colleagues_bring_an_entry_forward_and_one_does_not(mapped, house, other_house, joost, mina):
    said = "ik heb overal schulden en een tas vol brieven"
    sorting = mapped["Sorteergroep"]
    before = [found.score for found in search_entries(said, house=house) if found.entry == sorting]

    for _time in range(10):
        count_choice(sorting, words=said, house=house, user=joost)
    alone = [found.score for found in search_entries(said, house=house) if found.entry == sorting]
    count_choice(sorting, words=said, house=house, user=mina)
    together = [found.score for found in search_entries(said, house=house) if found.entry == sorting]
    elsewhere = [found.score for found in search_entries(said, house=other_house) if found.entry == sorting]

    assert alone == before
    assert together > before
    assert elsewhere <= before


def test_who_does_not_work_in_a_house_teaches_it_nothing(mapped, other_house, joost):
    count_choice(mapped["Budgetloket"], words="ik heb overal schulden", house=other_house, user=joost)

    assert not Choice.objects.exists()


def test_a_choice_keeps_no_words(mapped, house, joost):
    said = "ik heb schulden bij kanarievogel"
    count_choice(mapped["Budgetloket"], words=said, house=house, user=joost)

    (kept,) = Choice.objects.values()
    assert kept["topic"] in {topic.key for topic in topics()}
    assert "kanarie" not in str(kept)


def test_searching_is_a_few_small_queries(mapped, house, django_assert_num_queries):
    search_entries("eten")
    with django_assert_num_queries(2):
        for found in search_entries("schulden, eten en post", house=house):
            assert found.entry.neighbourhood.name == "Noorderpoort"


@pytest.fixture
def halima(house, carla):
    return KeyPerson.objects.create(
        house=house,
        name="Halima",
        ask_about="vrouwen die pas in de wijk wonen, formulieren",
        reach="komt op dinsdag",
        languages=["Arabisch", "Nederlands"],
        agreed_on=date(2026, 1, 5),
        agreed_with=carla,
        agreed_until=date(2026, 12, 31),
    )


def test_a_key_person_is_found_in_the_own_house_until_the_agreement_ends(halima, house, other_house):
    index_key_people()
    said = "ik snap dit formulier niet"

    found = search_key_people(said, house=house, on=date(2026, 12, 31))
    assert [one.entry for one in found] == [halima]
    assert "formulieren" in found[0].why
    assert search_key_people(said, house=house, on=date(2027, 1, 1)) == []
    assert search_key_people(said, house=other_house, on=date(2026, 6, 1)) == []
    assert search_key_people("spreekt arabisch", house=house, on=date(2026, 6, 1))[0].why.endswith("Arabisch")


def test_a_story_falls_apart_where_the_next_thing_begins():
    story = "Mijn man is overleden. En ik kan de huur niet betalen, en verder is de lift kapot"

    assert clauses_of(story) == ["Mijn man is overleden", "ik kan de huur niet betalen", "is de lift kapot"]
    assert clauses_of("ik kan de huur niet betalen") == []


def test_what_a_house_took_up_counts_as_near(city, house, joost):
    far, taken = (
        Entry.objects.create(name=f"Taalcafé {name}", topics=["taal"], neighbourhood=city.waterkant)
        for name in ("Een", "Twee")
    )
    index_entries()
    assert search_entries("taalcafé", house=house)[0].entry == far

    take_up(taken, house=house, by=by(joost))

    assert [found.entry for found in search_entries("taalcafé", house=house)] == [taken, far]
