"""Files of others: what people read in them comes out, and whatever is wrong stays a sentence."""

import pytest

from wijkhuis.house.library.readers.pdf import paragraphs_of
from wijkhuis.house.library.reading import CannotRead, draw_page, read_file
from wijkhuis.house.library.tests.files import MINUTES, VISION, docx, html, pdf, scan, with_entities, zip_bomb


def read(content):
    facts, *pages = list(read_file(content))
    return facts["facts"], [page["words"] for page in pages]


def problem_of(content):
    with pytest.raises(CannotRead) as problem:
        list(read_file(content))
    return problem.value.word


def test_a_pdf_is_read_page_by_page():
    facts, pages = read(pdf(VISION, MINUTES, title="Wijkvisie 2030"))

    assert (facts["format"], facts["title"], facts["pages"]) == ("pdf", "Wijkvisie 2030", 2)
    assert "kent iedereen in de Noorderpoort" in pages[0]
    assert "schuldhulpverlening" in pages[1]


def test_a_scan_without_words_has_an_empty_page():
    _facts, pages = read(scan())

    assert pages == [""]


def test_a_word_document_is_cut_at_its_headings():
    facts, pages = read(docx(("Samen eten", "Elke dinsdag. " * 150), ("Samen tuinieren", "In het voorjaar. " * 150)))

    assert facts["title"] == "Samen eten"
    assert [page.splitlines()[0] for page in pages] == ["# Samen eten", "# Samen tuinieren"]


def test_of_a_web_page_only_what_people_read_is_left():
    body = "<nav>Menu</nav><main><h1>Krant</h1><p>Er is <b>soep</b> &lt;b&gt;.</p></main><script>steel()</script>"

    facts, pages = read(html(body, head="<meta name='author' content='Redactie'>"))

    assert (facts["title"], facts["author"], facts["language"]) == ("Wijkkrant", "Redactie", "nl")
    assert pages == ["# Krant\n\nEr is soep <b>."]


@pytest.mark.parametrize("letters", ["utf-8", "utf-16", "cp1252"])
def test_a_text_is_read_in_whatever_letters(letters):
    words = "Het café van Zoë is één keer per week open voor bewoners. Iedereen is welkom, ook zonder geld.\n\nTot dan!"

    _facts, pages = read(words.encode(letters))

    assert pages == [words]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"%PDF-1.7 en dan niets", "broken"),
        (pdf(VISION)[:300], "broken"),
        (pdf(VISION, password="geheim"), "encrypted"),
        (b"\xd0\xcf\x11\xe0oud", "old_office"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04kapot", "broken"),
        (bytes(range(256)) * 40, "unknown_kind"),
    ],
)
def test_what_cannot_be_read_says_why(content, word):
    assert problem_of(content) == word


def test_a_package_that_becomes_too_large_is_not_opened():
    assert problem_of(zip_bomb()) == "too_much"


def test_a_document_cannot_ask_for_our_files():
    try:
        _facts, pages = read(with_entities())
    except CannotRead:
        pages = []

    assert "root:" not in "".join(pages)


def test_a_reader_that_falls_is_a_sentence_and_nothing_else(monkeypatch):
    # As when PDFium itself would fall: the process is gone, ours is not.
    monkeypatch.setattr("wijkhuis.house.library.reading.sys.executable", "/bin/false")

    assert problem_of(pdf(VISION)) == "broken"


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr("wijkhuis.house.library.reading.SECONDS_TO_READ", 0.01)

    assert problem_of(pdf(VISION)) == "too_much"


def test_a_reader_knows_no_secrets(monkeypatch, tmp_path):
    teller = tmp_path / "teller"
    teller.write_text(
        "#!/bin/sh\nenv | sed 's/[\\\"]//g' | tr '\\n' ' ' | sed 's/.*/{\"number\": 1, \"words\": \"&\"}/'\n"
    )
    teller.chmod(0o755)
    monkeypatch.setenv("SECRET_KEY", "dit-mag-niemand-weten")
    monkeypatch.setattr("wijkhuis.house.library.reading.sys.executable", str(teller))

    (told,) = read_file(b"x")

    assert "PATH" in told["words"]
    assert "dit-mag-niemand-weten" not in told["words"]


def test_a_picture_says_where_the_words_stand():
    facts, picture = draw_page(pdf(VISION), page=1, largest=800)

    _word, left, top, width, height = next(place for place in facts["words"] if place[0] == "buurttuin")
    assert picture[:4] == b"RIFF"
    assert max(facts["width"], facts["height"]) == 800
    assert 0 < left < left + width < facts["width"]
    assert 0 < top < top + height < facts["height"] / 4
    assert 5 < height < 20 < width


def test_lines_become_paragraphs_and_cut_words_whole():
    lines = [
        "De bewoners van de buurt willen een ont-",
        "moetingsplek die van hen zelf is, en een plek",
        "om te eten.",
        "Plannen",
        "Eerst de tuin.",
    ]

    assert paragraphs_of("\r\n".join(lines)).split("\n\n") == [
        "De bewoners van de buurt willen een ontmoetingsplek die van hen zelf is, en een plek om te eten.",
        "Plannen",
        "Eerst de tuin.",
    ]


def test_a_number_that_begins_a_line_of_a_sentence_begins_no_paragraph():
    lines = [
        "In deze wijk wonen zesduizend mensen en een op de vijf is ouder dan",
        "65. Veel van hen wonen hier al heel lang, en dat merk je op straat.",
        "1. Een tafel om aan te schuiven.",
        "2. Licht bij de bushalte.",
    ]

    parts = paragraphs_of("\r\n".join(lines)).split("\n\n")

    assert [part[:2] for part in parts] == ["In", "1.", "2."]
