"""The map as a table that leaves, and comes back the same."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tests.hsds.rich_map import make_rich_map, picture_of_the_map
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.actions import import_directory
from wijkhuis.house.sources.queries import table
from wijkhuis.house.sources.rules.columns import COLUMNS
from wijkhuis.house.sources.rules.giving import write_csv, write_excel

OF_A_TABLE = [column for column in COLUMNS if column not in ("id", "neighbourhood", "by_residents")]


def facts():
    names = (*OF_A_TABLE, "area", "is_informal")
    return {one["name"]: {name: one[name] for name in names} for one in picture_of_the_map().values()}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_that_leaves_comes_back_the_same(client, city, joost, form):
    things = make_rich_map(city, keeper=joost)
    # What nobody looked at for a year is not in it, as on the page of the map.
    before = {name: fact for name, fact in facts().items() if name != "Oud fonds"}

    answer = client.get(f"/kaart/lijst.{form}")
    content = b"".join(answer.streaming_content)
    # Times that we keep one by one leave as sentences.
    before["Budgetloket"]["opening"] = table.cell_of(things["budget"], "opening")
    assert "met tolk: elke maandag en woensdag" in before["Budgetloket"]["opening"]
    assert "elke tweede dinsdag en laatste vrijdag van de maand" in before["Budgetloket"]["opening"]
    Entry.objects.all().delete()
    report = import_directory(content, source="terug", by=SYSTEM)

    assert report.problems == []
    assert facts() == before
    assert f'.{form}"' in answer["Content-Disposition"]


def test_a_large_map_goes_to_excel_in_parts_and_at_once_only_as_csv(client, city, joost, carla, sign_in, monkeypatch):
    make_rich_map(city, keeper=joost)
    monkeypatch.setattr(table, "A_PART", 3)
    count = table.visible_entries(table.AnonymousUser()).count()

    answers = [client.get(f"/kaart/lijst.xlsx?deel={part}") for part in range(1, table.parts_of_the_map() + 1)]
    sheets = [load_workbook(io.BytesIO(b"".join(one.streaming_content))).active for one in answers]
    names = [row[0] for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert len(answers) > 1
    assert len(set(names)) == len(names) == count
    for asked in ("", "?deel=0", "?deel=999", "?deel=x"):
        assert client.get(f"/kaart/lijst.xlsx{asked}").headers["Location"] == "/kaart/lijst.csv"
    page = sign_in(carla).get("/kaart/bronnen/").content.decode()
    assert "lijst.xlsx?deel=2" in page


def test_nobody_reads_in_a_table_who_keeps_an_entry_or_what_is_off_the_map(client, city, joost, sign_in):
    make_rich_map(city, keeper=joost)
    sign_in(joost)

    written = b"".join(client.get("/kaart/lijst.csv").streaming_content).decode()

    for secret in ("Geheime", "gerda@", "Verborgen", "Joost"):
        assert secret not in written


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|'/C calc'!A0", "-2+3+cmd", "\t=1", "|x"])
def test_what_looks_like_a_formula_is_text(cell):
    rows = list(csv.reader(io.StringIO("".join(write_csv([[cell]])).lstrip("\ufeff"))))

    assert rows == [[f"'{cell}"]]


@pytest.mark.parametrize("cell", ["koor;=1+1", "koor,=1+1", "koor\n=1+1", "koor;@SUM(A1);+cmd|x"])
def test_where_a_spreadsheet_may_begin_a_new_cell_no_formula_begins(cell):
    written = "".join(write_csv([[cell, "x"]])).lstrip("\ufeff")

    for separator in ";,":
        cells = [one.strip('"') for line in written.splitlines() for one in line.split(separator)]
        assert not any(one.startswith(("=", "@", "+")) for one in cells)


@pytest.mark.parametrize("cell", ["+31 6 12345678", "-5", "a=b", ""])
def test_a_phone_number_stays_a_phone_number(cell):
    assert next(csv.reader(io.StringIO("".join(write_csv([[cell, "x"]])).lstrip("\ufeff")))) == [cell, "x"]


def test_an_excel_file_holds_words_and_nothing_to_calculate():
    cells = ["=1+1", "#N/A", "+31 6 12345678", "", " wit ", "nul\x00\uffff", "=", "x" * 40_000]
    file = io.BytesIO()

    write_excel([cells], file)

    [row] = load_workbook(file).active.iter_rows()
    assert [cell.value for cell in row] == [*cells[:3], None, " wit ", "nul", "=", "x" * 32_767]
    assert {cell.data_type for cell in row if cell.value} == {"s"}
