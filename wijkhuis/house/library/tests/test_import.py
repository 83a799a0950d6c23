"""A folder comes in: what is good is kept, what is not is told, and a second time goes on."""

import pytest
from django.core.management import CommandError, call_command

from tests.cast import by
from wijkhuis.base.errors import NotYours
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.library.actions import import_documents
from wijkhuis.house.library.models import Document, DocumentPage
from wijkhuis.house.library.tests.files import MINUTES, VISION, docx, html, pdf, scan

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """A folder as it comes from somebody's disk: good files, and every kind of trouble."""
    files = {
        "wijkvisie 2030.pdf": pdf(VISION, MINUTES),
        "verslagen/2024-03 bewoners.docx": docx(("Verslag", MINUTES)),
        "krant.html": html("<p>Er is een nieuwe moestuin.</p>"),
        "lees mij.txt": "Een brief aan de buurt.".encode("utf-16"),
        "gescand.pdf": scan(),
        "kapot.pdf": b"%PDF-1.4 kapot",
        "op slot.pdf": pdf(VISION, password="geheim"),
        "leeg.txt": b"",
        "foto.jpg": b"\xff\xd8\xff",
        ".verborgen.txt": b"niet voor ons",
    }
    for name, content in files.items():
        (tmp_path / "map" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "map" / name).write_bytes(content)
    return tmp_path / "map"


def test_good_files_are_kept_and_the_others_told_with_how_to_mend_them(folder):
    report = import_documents(folder, by=SYSTEM)

    assert (report.added, report.pages, report.known) == (5, 6, 0)
    assert {name for name, _why, _mend in report.problems} == {"kapot.pdf", "op slot.pdf", "leeg.txt", "foto.jpg"}
    assert all(why and mend for _name, why, mend in report.problems)
    assert [name for name, _words in report.remarks] == ["gescand.pdf"]
    assert Document.objects.filter(read_at=None).count() == 0


def test_a_second_time_skips_what_is_in(folder):
    import_documents(folder, by=SYSTEM)
    (folder / "nieuw.txt").write_text("Een nieuw bericht voor de straat.")

    report = import_documents(folder, by=SYSTEM)

    assert (report.added, report.known) == (1, 5)


def test_an_import_that_was_stopped_halfway_goes_on(folder, monkeypatch):
    def stop(far):
        if far.pages >= 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_documents(folder, by=SYSTEM, tell=stop)

    report = import_documents(folder, by=SYSTEM)

    assert Document.objects.filter(read_at=None).count() == 0
    assert Document.objects.count() == 5
    assert report.added + report.known == 5
    assert DocumentPage.objects.count() == 6


def test_with_helpers_the_same_comes_in(folder, monkeypatch):
    monkeypatch.setattr("wijkhuis.base.language.helpers.WORTH_HELP", 1)
    (folder / "nog eens.html").write_bytes((folder / "krant.html").read_bytes())
    far = []

    report = import_documents(folder, by=SYSTEM, tell=far.append)

    assert (report.added, report.pages, report.known, len(report.problems)) == (5, 6, 1, 4)
    assert (far[-1].files, far[-1].pages) == (10, 6)
    assert [one.pages for one in far] == sorted(one.pages for one in far)
    assert Document.objects.filter(read_at=None).count() == 0
    assert not DocumentPage.objects.exclude(words="").filter(meaning=b"").exists()


def test_a_list_of_facts_goes_before_what_the_file_says(folder):
    listed = folder / "metadata.csv"
    listed.write_text(
        "bestand;titel;auteur;jaar;taal;licentie;soort\n"
        "wijkvisie 2030.pdf;Onze visie;Bewoners;2021;nl;CC BY 4.0;visie\n"
        "bestaat niet.pdf;x;;;;;\n"
    )

    report = import_documents(folder, by=SYSTEM, metadata=listed)

    vision = Document.objects.get(file_name="wijkvisie 2030.pdf")
    facts = (vision.title, vision.author, vision.year, vision.licence, vision.kind)
    assert facts == ("Onze visie", "Bewoners", 2021, "CC BY 4.0", "plan")
    assert Document.objects.get(file_name="2024-03 bewoners.docx").year == 2024
    assert "bestaat niet.pdf" in [name for name, _why, _mend in report.problems]


def test_strict_keeps_nothing_unless_every_file_is_good(folder):
    report = import_documents(folder, by=SYSTEM, strict=True)

    assert Document.objects.count() == 0
    assert (report.added, len(report.problems)) == (0, 4)


def test_a_document_with_a_citizen_service_number_is_for_staff_until_somebody_looked(tmp_path):
    (tmp_path / "lijst.txt").write_text("Deelnemer: 111222333, komt op dinsdag.")

    report = import_documents(tmp_path, by=SYSTEM)

    assert Document.objects.get().is_public is False
    assert "lijst.txt" in [name for name, _words in report.remarks]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "geheim.txt").write_text("Dit hoort er niet bij.")
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "link.txt").symlink_to(tmp_path / "geheim.txt")

    assert import_documents(tmp_path / "map", by=SYSTEM).added == 0


def test_only_who_keeps_the_archive_imports(folder, joost):
    with pytest.raises(NotYours):
        import_documents(folder, by=by(joost))


def test_every_document_leaves_a_line_in_the_journal(folder):
    import_documents(folder, by=SYSTEM)

    assert JournalLine.objects.filter(action="library.document_added").count() == 5


def test_the_command_tells_what_became_of_it(folder, capsys):
    call_command("import_documents", str(folder), "--staff-only")

    out, err = capsys.readouterr()
    assert "5" in out
    assert "kapot.pdf: " in err
    assert Document.objects.filter(is_public=True).count() == 0


def test_the_command_stops_with_a_sentence_when_strict(folder):
    with pytest.raises(CommandError):
        call_command("import_documents", str(folder), "--strict")


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(CommandError):
        call_command("import_documents", str(tmp_path / "weg"))
