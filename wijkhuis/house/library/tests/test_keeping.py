"""What is kept comes back from a copy, and what is taken away is nowhere any more."""

import hashlib
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.library import actions
from wijkhuis.house.library.models import Document, DocumentFile, DocumentPage
from wijkhuis.house.library.queries import meanings, search_archive
from wijkhuis.house.library.tests.files import MINUTES, VISION, docx, pdf, scan
from wijkhuis.house.library.tests.test_search import add

CANARY = "Kanariepiet"


def whole_database():
    """Everything that stands in any table, as PostgreSQL would tell it, in small letters."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select row_to_json(t)::text from "{table}" t')
            told += [row[0] for row in cursor.fetchall()]
    return "\n".join(told).lower()


def checksums():
    rows = DocumentFile.objects.values_list("document__checksum", "content").order_by("document__checksum")
    return [(said, hashlib.sha256(bytes(content)).hexdigest()) for said, content in rows]


@pytest.mark.django_db(transaction=True)
def test_documents_come_back_from_a_copy_with_their_files_and_are_found(tmp_path, house):
    documents = [
        add(pdf(VISION), "visie.pdf"),
        add(docx(("Verslag", MINUTES)), "verslag.docx"),
        add(scan(), "scan.pdf"),
    ]
    before, pages = checksums(), list(DocumentPage.objects.order_by("pk").values_list("words", "search", "meaning"))
    call_command("backup", tmp_path / "house.copy")
    for document in documents:
        actions.delete_document(document, by=SYSTEM)
    assert search_archive("buurttuin", user=None) == ([], 0)

    call_command("restore", tmp_path / "house.copy", replace=True)

    assert checksums() == before
    assert all(said == found for said, found in before)
    assert list(DocumentPage.objects.order_by("pk").values_list("words", "search", "meaning")) == pages
    (hit, *_rest), _count = search_archive("buurttuin", user=None)
    assert hit.page.document.file_name == "visie.pdf"


@pytest.mark.django_db
def test_of_a_document_that_is_taken_away_nothing_is_left(house, carla, joost, client, monkeypatch):
    words = f"{CANARY} woont in de Kerkstraat en komt elke dinsdag voor zijn post.".encode()
    facts = {"title": f"Brief van {CANARY}", "author": CANARY, "licence": f"van {CANARY}"}
    document = actions.hold(words, file_name=f"{CANARY}.txt", by=by(carla), is_public=True, listed=facts)
    actions.read_waiting(document.pk)
    client.post(reverse("library:page", args=[document.pk, 1]), {"words": CANARY})
    assert search_archive(CANARY, user=joost)[1] == 1
    assert CANARY.lower() in whole_database()

    actions.delete_document(document, by=by(carla))
    monkeypatch.setattr(meanings, "SECONDS_KEPT", 0)
    add(b"Een andere brief.", "ander.txt")
    search_archive("dinsdag post", user=joost)

    left = whole_database()
    assert CANARY.lower() not in left
    assert CANARY.lower().encode().hex() not in left
    assert CANARY.encode().hex() not in left
    assert document.pk not in meanings.MEANINGS.documents


@pytest.mark.django_db
def test_who_brought_a_document_is_known_for_a_year(house, carla):
    with clock.pretend(clock.now() - timedelta(days=370)):
        old = actions.hold(b"Een oude brief.", file_name="oud.txt", by=by(carla), is_public=True)
    new = actions.hold(b"Een nieuwe brief.", file_name="nieuw.txt", by=by(carla), is_public=True)

    assert actions.forget_who_brought() == 1

    assert Document.objects.get(pk=old.pk).added_by is None
    assert Document.objects.get(pk=new.pk).added_by == carla
