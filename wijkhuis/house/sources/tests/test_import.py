"""Taking in a list of somebody else's making."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import by
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.directory.queries import search_entries
from wijkhuis.house.sources.actions import import_directory
from wijkhuis.house.sources.models import SourceRecord
from wijkhuis.house.sources.rules.columns import COLUMNS

LIST = """id;name;kind;topics;neighbourhood;phone
1;Café De Brug;inloop;"ontmoeten;koffie";Noorderpoort;010 123
2;Budgetloket;spreekuur;geld;Dijkstad;
"""


def take_in(text, **how):
    content = text.encode() if isinstance(text, str) else text
    return import_directory(content, source="gids", by=SYSTEM, **how)


def test_a_list_becomes_entries_that_are_found(city):
    report = take_in(LIST)

    cafe = SourceRecord.objects.get(source__name="gids", number="1").entry
    assert (report.added, report.left_out) == (2, 0)
    assert cafe.kind == Entry.Kind.MEETING_PLACE
    assert cafe.topics == ["ontmoeten", "koffie"]
    assert cafe.neighbourhood == city.noorderpoort
    assert [found.entry for found in search_entries("waar kan ik koffie drinken")] == [cafe]
    assert JournalLine.objects.filter(action="sources.taken_in").count() == 1


def test_the_same_list_again_changes_only_what_is_different(city):
    take_in(LIST)

    report = take_in("name,id\nCafé De Nieuwe Brug,1\nBudgetloket,2\n")

    cafe = SourceRecord.objects.get(number="1").entry
    assert (report.added, report.changed, report.same) == (0, 1, 1)
    assert (cafe.name, cafe.phone, cafe.topics) == ("Café De Nieuwe Brug", "010 123", ["ontmoeten", "koffie"])
    assert search_entries("nieuwe brug")[0].entry == cafe


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_letters_and_separators_are_recognised(city, encoding, separator):
    text = f"name{separator}id\r\nCafé Crème{separator}1\r\n"

    take_in(text.encode(encoding))

    assert Entry.objects.get().name == "Café Crème"


def test_bad_rows_are_reported_and_good_rows_kept(city):
    text = (
        "id;name;kind;email\n1;Goed;groep;\n2;;groep;\n"
        "3;Vreemd;raadsel;\n4;Fout;;geen adres\n1;Dubbel;;\n5;=SOM(A1);;\n"
    )

    report = take_in(text)

    told = [(problem.line, problem.column) for problem in report.problems]
    assert told == [(3, "name"), (5, "email"), (6, "id"), (7, "name")]
    assert all(problem.reason and problem.mend for problem in report.problems)
    assert [entry.name for entry in Entry.objects.all()] == ["Goed", "Vreemd"]
    assert any("raadsel" in remark for remark in report.remarks)


def test_strict_keeps_all_or_nothing(city):
    report = take_in("id;name\n1;Goed\n2;\n", strict=True)

    assert not report.is_kept
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"naam;soort\n1;2\n",
        b"id;name\n",
        b"id;name;naam\n1;2;3\n",
        b"PK\x03\x04rest",
        b"\xd0\xcf\x11\xe0rest",
        bytes(range(256)) * 40,
    ],
    ids=["empty", "blank", "no id", "no rows", "twice", "excel", "old excel", "binary"],
)
def test_what_is_no_list_is_turned_away_with_a_sentence(city, content):
    with pytest.raises(RuleBroken) as broken:
        take_in(content)

    assert str(broken.value).endswith(".")
    assert not Entry.objects.exists()


def test_strange_cells_are_reported_by_line(city):
    rows = [["1", "x" * 1_000_000], ["2", "a\x00b"], ["3", "goed", "te veel"], ["4", "nummer 111222333"]]
    text = "id;name\n" + "\n".join(";".join(row) for row in rows) + '\n5;"niet gesloten\n6;weg\n'

    report = take_in(text)

    assert [problem.line for problem in report.problems] == [2, 3, 4, 5, 6]
    assert not Entry.objects.exists()


def test_a_host_cannot_import_a_list(joost):
    with pytest.raises(NotYours):
        import_directory(LIST.encode(), source="gids", by=by(joost))


def test_the_command_says_what_it_did(city, tmp_path, capsys):
    path = tmp_path / "lijst.csv"
    path.write_text(LIST)

    call_command("import_directory", path)

    assert "2" in capsys.readouterr().out
    for wrong in (tmp_path, tmp_path / "niet.csv"):
        with pytest.raises(CommandError):
            call_command("import_directory", wrong)


cells = st.text(max_size=30) | st.sampled_from(["1", "2", "groep", "a;b", '"', "=1", "x@y.nl", "www.x.nl"])
tables = st.lists(st.lists(cells, max_size=15), max_size=8)
beginnings = st.sampled_from(
    [b"", b"id;name\n", b"id,name,kind\n1,", b"\xff\xfe", b"\xef\xbb\xbfid;name\n", b"sep=;\nid;name\n"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=beginnings, rest=st.binary(max_size=300))
def test_any_bytes_give_entries_or_a_sentence(city, start, rest):
    before = Entry.objects.count()
    try:
        report = take_in(start + rest)
    except RuleBroken:
        assert Entry.objects.count() == before
    else:
        assert Entry.objects.count() == before + report.added


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables, strict=st.booleans(), columns=st.permutations(COLUMNS))
def test_any_table_is_kept_whole_or_told_about(city, rows, strict, columns):
    Entry.objects.all().delete()
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows([columns, *rows])
    try:
        report = take_in(file.getvalue().encode("utf-8", "replace"), strict=strict)
    except RuleBroken:
        assert not Entry.objects.exists()
    else:
        assert Entry.objects.count() == report.added
        assert not (strict and report.problems and report.added)
