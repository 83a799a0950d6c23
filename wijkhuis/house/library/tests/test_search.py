"""Finding what was written: by its words, by what it means, and only what somebody may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.library.actions import hold
from wijkhuis.house.library.actions.adding import read_document
from wijkhuis.house.library.models import Document
from wijkhuis.house.library.queries import Narrowing, search_archive
from wijkhuis.house.library.rules.compounds import parts_of
from wijkhuis.house.library.rules.marking import pieces_of, snippet_of, wanted_of
from wijkhuis.house.library.tests.files import MINUTES, VISION, docx, pdf

pytestmark = pytest.mark.django_db
LONELY = "Veel ouderen zitten de hele dag alleen thuis. Zij missen iemand om mee te praten."


def add(content, name, *, is_public=True, **facts):
    document = hold(content, file_name=name, by=SYSTEM, is_public=is_public, listed=facts)
    read_document(document, content=content, listed=facts, by=SYSTEM)
    return document


@pytest.fixture
def archive(db):
    """A vision, minutes, a brochure, and a note for staff only."""
    return {
        "vision": add(pdf(VISION, LONELY), "wijkvisie.pdf", title="Wijkvisie Noorderpoort", year="2021", kind="visie"),
        "minutes": add(docx(("Verslag", MINUTES)), "verslag.docx", title="Verslag van maart", year="2024"),
        "staff": add(b"De begroting van de speeltuin is geheim.", "intern.txt", is_public=False, title="Intern"),
    }


def titles(text, *, user=None, **narrowing):
    hits, _count = search_archive(text, user=user, narrowing=Narrowing(**narrowing))
    return [hit.page.document.title for hit in hits]


def test_a_word_finds_its_page_with_a_line_and_why(archive):
    (hit, *_rest), _count = search_archive("buurttuin", user=None)

    assert (hit.page.document.title, hit.page.number) == ("Wijkvisie Noorderpoort", 1)
    assert ("buurttuin", True) in hit.snippet
    assert "buurttuin" in hit.why


@pytest.mark.parametrize("words", ["speeltuinen", "SPEELTUIN", "hulpverlening", "schuldhulp", "schulden"])
def test_other_endings_and_parts_of_long_words_find_it_too(archive, words):
    assert "Verslag van maart" in titles(words)[:1]


def test_what_means_the_same_is_found_without_a_word_in_common(archive):
    (hit, *_rest), _count = search_archive("eenzaamheid bij senioren", user=None)

    assert (hit.page.document.title, hit.page.number) == ("Wijkvisie Noorderpoort", 2)


def test_quotation_marks_ask_for_exactly_these_words(archive):
    assert titles("“nieuwe speeltuin”") == ["Verslag van maart"]
    assert titles('"speeltuin nieuwe"') == []
    assert titles("speeltuin -nieuwe") == []


def test_the_title_finds_the_first_page(archive):
    (hit, *_rest), _count = search_archive("wijkvisie", user=None)

    assert (hit.page.document.title, hit.page.number) == ("Wijkvisie Noorderpoort", 1)


def test_what_is_for_staff_is_found_by_staff_only(archive, joost, stef):
    assert "Intern" not in titles("begroting speeltuin geheim")
    assert "Intern" not in titles("begroting speeltuin geheim", user=stef)
    assert "Intern" in titles("begroting speeltuin geheim", user=joost)


def test_what_was_shown_to_everyone_is_found_at_once_and_what_was_hidden_no_more(archive):
    Document.objects.filter(title="Intern").update(is_public=True)
    assert "Intern" in titles("begroting geheim")

    Document.objects.filter(title="Intern").update(is_public=False)
    assert "Intern" not in titles("begroting geheim")


def test_a_document_that_is_gone_is_found_no_more(archive):
    titles("speeltuin")
    archive["minutes"].delete()

    assert "Verslag van maart" not in titles("speeltuin schuldhulpverlening")


def test_somebody_can_look_in_one_document_in_some_years_or_in_one_kind(archive):
    assert set(titles("bewoners buren", document=archive["vision"].pk)) == {"Wijkvisie Noorderpoort"}
    assert set(titles("speeltuin buren", year_from=2023)) == {"Verslag van maart"}
    assert set(titles("speeltuin buren", kind="plan")) == {"Wijkvisie Noorderpoort"}


@pytest.mark.parametrize(
    "words", ["", "   ", "-", '"', '""', "de", "!!!", "' | & !", "<->", "a:*", "\\", "😀", "من", "(" * 50]
)
def test_whatever_is_typed_is_answered(archive, words):
    search_archive(words, user=None)


def test_a_search_asks_the_database_the_same_few_times(archive):
    titles("om te beginnen")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        titles("speeltuin bewoners")

    assert len(asked) <= 6


def test_marks_leave_every_letter_in_its_place():
    wanted = wanted_of("buren café")
    text = "Een CAFÉ voor álle buren, en de burendag."

    pieces = pieces_of(text, wanted)

    assert "".join(piece for piece, _marked in pieces) == text
    assert [piece for piece, marked in pieces if marked] == ["CAFÉ", "buren", "burendag"]


def test_a_snippet_is_the_line_where_the_words_stand_together():
    words = "Lang begin. " * 60 + "Hier is de speeltuin voor kinderen. " + "Lang einde. " * 60

    line = "".join(piece for piece, _marked in snippet_of(words, wanted_of("speeltuin kinderen")))

    assert "de speeltuin voor kinderen" in line
    assert len(line) < 300


def test_long_words_are_taken_apart():
    known = {"schuld", "hulp", "verlening", "hulpverlening", "wijk", "visie"}

    assert parts_of("schuldhulpverlening", known)[:2] == ["schuld", "hulpverlening"]
    assert parts_of("wijkvisie", known) == ["wijk", "visie"]
    assert parts_of("ondertussen", known) == []
