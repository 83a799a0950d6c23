"""Excel and JSON, as people send them and as somebody with bad plans would."""

import io
import json
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import datetime, time

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.actions import import_directory
from wijkhuis.house.sources.models import SourceRecord
from wijkhuis.house.sources.rules.problems import Problem
from wijkhuis.house.sources.rules.rows import read_rows

from .workbook import SPACE, sheet, workbook

ROWS = [
    ["id", "naam", "soort", "kosten", "talen", "drempelvrij", "vanaf leeftijd", "bedrag"],
    [1, "Budgetcafé", "lotgenotengroep", "gratis", "Turks en Arabisch", "ja", 18, "€ 2,50"],
    [2.0, ("CONCATENATE(A1;B1)", "Noodpotje"), "fonds", "", "", "deels", "", ""],
]


def take_in(content):
    return import_directory(content, source="blad", by=SYSTEM)


def test_an_excel_file_is_read_with_the_outcome_of_its_formulas(city):
    report = take_in(workbook(ROWS))

    cafe, fund = (SourceRecord.objects.get(number=number).entry for number in ("1", "2"))
    assert report.added == 2
    assert (cafe.kind, cafe.costs, cafe.languages, cafe.step_free) == ("group", "gratis", ["tr", "ar"], "yes")
    assert (cafe.minimum_age, float(cafe.amount)) == (18, 2.5)
    assert (fund.name, fund.kind, fund.step_free) == ("Noodpotje", "fund", "partly")


def test_shared_words_days_and_ticks_are_read(city):
    parts = ["<t>id</t>", "<t>name</t>", "<r><t>Ko</t></r><r><t>or</t></r>", "<t>open</t>"]
    words = f"<sst {SPACE}>{''.join(f'<si>{part}</si>' for part in parts)}</sst>"
    styles = f'<styleSheet {SPACE}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = (
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>3</v></c></row>'
        '<row><c><v>7</v></c><c t="s"><v>2</v></c><c s="1"><v>46109</v></c></row>'
    )
    page = f"<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>"

    take_in(workbook(**{"xl/sharedStrings.xml": words, "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": page}))

    entry = Entry.objects.get()
    assert (entry.name, entry.opening) == ("Koor", "2026-03-28")


def bomb(size):
    return workbook(**{"xl/worksheets/sheet1.xml": b" " * size})


def with_doctype(entity, words):
    return f"<!DOCTYPE a [<!ENTITY b {entity}>]>" + words[words.index("?>") + 2 :]


GOOD = workbook(ROWS)
WORDS_ELSEWHERE = f"<?xml version='1.0'?><sst {SPACE}><si><t>&b;</t></si></sst>"
LAUGHS = '"ha"><!ENTITY c "&b;&b;&b;"'
TRAPS = {
    "cut off": GOOD[: len(GOOD) // 2],
    "cut at the end": GOOD[:-30],
    "no sheet": workbook(),
    "path names": workbook(ROWS, **{"../../etc/passwd": "x"}),
    "from the root": workbook(ROWS, **{"/etc/passwd": "x"}),
    "own words": workbook(**{"xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "ha">]>' + sheet(ROWS)[38:]}),
    "words of a file": workbook(
        **{"xl/worksheets/sheet1.xml": with_doctype('SYSTEM "file:///etc/passwd"', sheet([["id", "name"], [1, "x"]]))}
    ),
    "shared words of a file": workbook(
        ROWS, **{"xl/sharedStrings.xml": with_doctype('SYSTEM "file:///etc/passwd"', WORDS_ELSEWHERE)}
    ),
    "laughs": workbook(ROWS, **{"xl/sharedStrings.xml": with_doctype(LAUGHS, WORDS_ELSEWHERE)}),
    "many columns": workbook(
        **{"xl/worksheets/sheet1.xml": sheet([["id", "name"]]).replace("</row>", '<c r="GS1"><v>1</v></c></row>')}
    ),
    "a row below the last": workbook(
        **{"xl/worksheets/sheet1.xml": sheet(ROWS).replace('<row r="3">', '<row r="99999999999999">')}
    ),
    "no XML": workbook(**{"xl/worksheets/sheet1.xml": "hallo"}),
    "half XML": workbook(**{"xl/worksheets/sheet1.xml": sheet(ROWS)[:200]}),
    # These take a while to make.
    "a bomb": lambda: bomb(420 * 1024 * 1024),
    "a small bomb": lambda: bomb(40 * 1024 * 1024),
    "many parts": lambda: workbook(ROWS, **{f"deel{number}": "" for number in range(2100)}),
    "a strange number": workbook(**{"xl/worksheets/sheet1.xml": sheet(ROWS).replace("<v>1</v>", "<v>1e999</v>")}),
    "a NUL": b"PK\x03\x04" + b"\x00" * 1000,
}


@pytest.mark.parametrize("content", TRAPS.values(), ids=TRAPS.keys())
def test_an_excel_file_that_is_a_trap_is_refused_with_a_sentence(city, content):
    trap = content() if callable(content) else content

    with pytest.raises(RuleBroken) as broken:
        take_in(trap)

    assert str(broken.value).endswith(".")
    assert not Entry.objects.exists()


def test_a_cell_far_to_the_right_and_a_row_far_down_cost_nothing(city):
    cells = '<c r="A1048576"><v>5</v></c><c r="B1048576" t="str"><v>Ver</v></c><c r="XFD1048576"><v>1</v></c>'
    far = f'<row r="1048576">{cells}</row>'
    page = sheet([["id", "name"]]).replace("</sheetData>", far + "</sheetData>")

    take_in(workbook(**{"xl/worksheets/sheet1.xml": page}))

    assert Entry.objects.get().name == "Ver"


def test_a_json_list_with_themes_and_a_target_group_is_read_as_a_table(city):
    rows = [
        {
            "id": "dv1",
            "name": "Noodknop",
            "kind": "dienst",
            "themes": ["zorg", "senioren"],
            "target_group": "alleenwonenden",
        },
        {
            "id": "dv2",
            "name": "IJsselpas",
            "kind": "bewonersinitiatief",
            "extra": {"a": [1]},
            "neighbourhood": "Dijkstad",
        },
    ]

    report = take_in(json.dumps(rows).encode())

    first, second = Entry.objects.order_by("name")
    assert report.added == 2
    assert (second.topics, second.audience) == (["zorg", "senioren"], ["alleenwonenden"])
    assert (first.kind, first.is_informal) == ("group", True)


@pytest.mark.parametrize(
    "content", [b"[", b"[1]", b'[{"id": 1}', b'[{"id": 1, "name": "a"},{]', b"[" * 100_000, b'[{"a": 1}]', b"[]"]
)
def test_json_that_is_no_list_of_rows_is_refused_with_a_sentence(city, content):
    with pytest.raises(RuleBroken):
        take_in(content)


quiet = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quiet
@given(place=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
def test_a_damaged_excel_file_gives_rows_or_a_sentence(place, byte):
    damaged = bytearray(GOOD)
    damaged[place] = byte
    with suppress(RuleBroken):
        assert all(read_rows(bytes(damaged)))


values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=30)
objects = st.dictionaries(
    st.sampled_from(["id", "name", "kind", "topics", "languages", "amount", "minimum_age", "step_free", "website"]),
    values | st.lists(values, max_size=4) | st.dictionaries(st.text(max_size=3), values, max_size=2),
)


@quiet
@given(rows=st.lists(objects, max_size=6))
def test_any_json_list_is_kept_or_told_about(city, rows):
    Entry.objects.all().delete()
    try:
        report = take_in(json.dumps(rows).encode())
    except RuleBroken:
        assert not Entry.objects.exists()
    else:
        assert Entry.objects.count() == report.added
        assert all(isinstance(one, Problem) for one in report.problems)


@pytest.mark.parametrize(
    "content", [b"<html><body>Not found</body></html>", b"\n <!DOCTYPE html>\n<html>", b"<?xml version='1.0'?><error/>"]
)
def test_a_web_page_in_place_of_a_list_is_told_as_that(city, content):
    with pytest.raises(RuleBroken, match="webpagina"):
        take_in(content)


def test_an_archive_that_lies_about_its_size_is_refused():
    raw = workbook([["id", "name"], *[[number, "x" * 50] for number in range(2000)]])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")

    with pytest.raises(RuleBroken):
        list(read_rows(raw.replace(size, (100).to_bytes(4, "little"))))


def test_a_book_as_people_make_it_is_read(city):
    book = Workbook()
    page = book.active
    page.append(["id", "name", "opening", "costs", "step_free", "website"])
    page.append([1, "Koor", datetime(2026, 3, 28), time(9, 30), True, "#N/A"])
    page["C2"].number_format = "dd-mm-yyyy"
    book.create_sheet("Nog een blad").append(["niets"])
    file = io.BytesIO()
    book.save(file)

    take_in(file.getvalue())

    entry = Entry.objects.get()
    assert (entry.name, entry.opening, entry.costs) == ("Koor", "2026-03-28", "09:30")
    assert (entry.step_free, entry.website) == ("yes", "")


def test_nobody_loads_the_excel_library_before_an_excel_file_comes():
    start = "import django, sys; django.setup(); import wijkhuis.house.sources.urls; print('openpyxl' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"


def test_what_a_sheet_says_is_read_with_the_safe_parser():
    assert openpyxl.DEFUSEDXML
