"""Our own table, mended in Excel and read again in the same house."""

import csv
import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from tests.cast import by
from tests.hsds.rich_map import make_rich_map, picture_of_the_map
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours
from wijkhuis.house.directory.actions import change_entry, undo_correction
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import search_entries
from wijkhuis.house.sources.actions import import_directory
from wijkhuis.house.sources.models import SourceRecord


def taken_along(client, form):
    return b"".join(client.get(f"/kaart/lijst.{form}").streaming_content)


def mended(content, form, name, column, words):
    """The same file with one cell of one row changed."""
    if form == "xlsx":
        book = load_workbook(io.BytesIO(content))
        rows = list(book.active.iter_rows())
    else:
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=text[2]))
    at = [getattr(cell, "value", cell) for cell in rows[0]].index(column)
    row = next(row for row in rows if getattr(row[1], "value", row[1]) == name)
    if form == "xlsx":
        row[at].value = words
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()
    row[at] = words
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows(rows)
    return file.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_one_cell_mended_in_our_own_table_is_one_correction(client, city, joost, carla, form):
    things = make_rich_map(city, keeper=joost)
    before = picture_of_the_map()
    content = mended(taken_along(client, form), form, "Budgetloket", "phone", "010 999 88 77")

    report = import_directory(content, source="onze lijst", by=by(carla))

    before[str(things["budget"].uid)]["phone"] = "010 999 88 77"
    assert (report.added, report.changed, report.left_out, report.dropped) == (0, 1, 0, 0)
    assert picture_of_the_map() == before
    assert Entry.objects.get(name="Sorteergroep").is_informal
    assert not SourceRecord.objects.exists()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_old_table_does_not_undo_what_was_corrected_since(client, city, joost, carla, form):
    # given a table of the map, in which a cell was mended, and a host who corrected the map meanwhile
    things = make_rich_map(city, keeper=joost)
    Entry.objects.update(updated_at=clock.now() - timedelta(hours=2))
    content = mended(taken_along(client, form), form, "Budgetloket", "phone", "010 999 88 77")
    change_entry(things["budget"], {"phone": "010 111 11 11"}, by=by(joost))

    # when the manager reads the old table again
    report = import_directory(content, source="onze lijst", by=by(carla))

    # then the map stays as it is, and the manager is told which row, what it is about, and how to have it all the same
    [told] = report.problems
    assert (report.changed, report.left_out) == (0, 1)
    assert (told.column, "Budgetloket" in told.reason, "telefoon" in told.reason) == ("changed_at", True, True)
    assert Entry.objects.get(name="Budgetloket").phone == "010 111 11 11"
    again = mended(content, form, "Budgetloket", "changed_at", "")
    assert import_directory(again, source="onze lijst", by=by(carla)).changed == 1
    assert Entry.objects.get(name="Budgetloket").phone == "010 999 88 77"


def test_our_own_table_says_who_makes_it_and_hears_when_that_is_another(client, city, joost, carla):
    make_rich_map(city, keeper=joost)
    content = mended(taken_along(client, "csv"), "csv", "Wandelclub", "by_residents", "nee")

    import_directory(content, source="onze lijst", by=by(carla))

    assert not Entry.objects.get(name="Wandelclub").is_informal
    assert Entry.objects.get(name="Sorteergroep").is_informal


def test_what_our_own_table_corrected_is_found_and_can_be_undone(client, city, joost, carla):
    things = make_rich_map(city, keeper=joost)
    content = mended(taken_along(client, "csv"), "csv", "Budgetloket", "description", "accordeon leren spelen")

    import_directory(content, source="onze lijst", by=by(carla))

    assert search_entries("accordeon")[0].entry == things["budget"]
    undo_correction(things["budget"], by=by(carla))
    assert Entry.objects.get(name="Budgetloket").description == "Hulp bij schulden & <post>."


def test_our_own_rows_under_the_name_of_a_source_drop_nothing_of_that_source(client, city, joost, carla):
    make_rich_map(city, keeper=joost)
    import_directory(b"id;name\ng1;Koor\n", source="gemeente", by=by(carla))
    content = taken_along(client, "csv")

    report = import_directory(content, source="gemeente", by=by(carla))

    assert (report.added, report.dropped) == (0, 0)
    assert Entry.objects.filter(name="Koor").count() == 1


def test_who_may_not_read_lists_corrects_nothing_by_one(client, city, joost):
    make_rich_map(city, keeper=joost)
    content = mended(taken_along(client, "csv"), "csv", "Budgetloket", "phone", "1")

    with pytest.raises(NotYours):
        import_directory(content, source="onze lijst", by=by(joost))

    assert Entry.objects.get(name="Budgetloket").phone == "0612345678"
