"""The pages of the archive: for everybody what is for everyone, and nothing that a file brings along runs."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wijkhuis.base import clock
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.library import actions
from wijkhuis.house.library.actions.keeping import CAN_BE_PUT_BACK, delete_what_was_removed
from wijkhuis.house.library.models import Document, DocumentFile
from wijkhuis.house.library.pictures import FOLDER
from wijkhuis.house.library.tests.files import MINUTES, VISION, html, pdf, scan
from wijkhuis.house.library.tests.test_search import add

pytestmark = pytest.mark.django_db
SEARCH = "/archief/"


@pytest.fixture
def vision(house):
    return add(pdf(VISION, MINUTES), "wijkvisie.pdf", title="Wijkvisie", year="2021", licence="CC BY 4.0")


@pytest.fixture
def secret(house):
    return add(pdf("De geheime begroting."), "intern.pdf", is_public=False, title="Geheim stuk", licence="CC0")


def body(answer):
    return answer.content.decode()


def test_a_visitor_searches_and_reads_the_page_with_the_words_marked(client, vision):
    found = body(client.post(SEARCH, {"words": "buurttuin"}))
    assert "Wijkvisie" in found
    assert "<mark>buurttuin</mark>" in found

    read = body(client.post(reverse("library:page", args=[vision.pk, 1]), {"words": "buurttuin"}))

    assert "<mark>buurttuin</mark>" in read
    assert read.count('class="archive-box"') == 1
    assert "buurttuin" not in re.findall(r'(?:href|formaction|action)="([^"]*)"', read).__str__()


def test_what_was_searched_is_kept_nowhere(client, vision, django_assert_max_num_queries):
    client.post(SEARCH, {"words": "kanariewoord buurttuin"})

    assert "kanariewoord" not in str([session.get_decoded() for session in Session.objects.all()])
    assert not JournalLine.objects.filter(reason__contains="kanariewoord").exists()
    assert client.get(SEARCH)["Cache-Control"] == "no-store"


def test_a_page_without_words_is_a_plain_link(client, vision):
    read = body(client.get(reverse("library:page", args=[vision.pk, 2])))

    assert "schuldhulpverlening" in read
    assert "<mark>" not in read
    assert 'rel="prev"' in read
    assert 'rel="next"' not in read


def test_the_picture_of_a_page_is_drawn_once_and_goes_with_the_document(
    client, vision, carla, sign_in, django_capture_on_commit_callbacks
):
    address = reverse("library:picture", args=[vision.pk, 1])
    folder = FOLDER / vision.checksum[:2] / vision.checksum

    picture = client.get(address)
    assert picture["Content-Type"] == "image/webp"
    assert FOLDER.stat().st_mode & 0o077 == 0
    assert (folder / "1-page.webp").exists()
    assert client.get(reverse("library:large_picture", args=[vision.pk, 1])).status_code == 200

    sign_in(carla).post(reverse("library:remove", args=[vision.pk]))
    later = clock.now() + CAN_BE_PUT_BACK + timedelta(minutes=1)
    with clock.pretend(later), django_capture_on_commit_callbacks(execute=True):
        assert delete_what_was_removed() == 1
    assert not folder.exists()


def test_a_scan_is_shown_and_said_to_be_a_picture(client, house):
    document = add(scan(), "gescand.pdf", title="Oude krant")

    read = body(client.get(reverse("library:page", args=[document.pk, 1])))

    assert "<image" in read
    assert document.remark == "no_text"


@pytest.mark.parametrize("name", ["document", "page", "picture", "large_picture", "file"])
def test_what_is_for_staff_does_not_exist_for_others(client, secret, stef, rita, joost, sign_in, name):
    place = [secret.pk] if name in ("document", "file") else [secret.pk, 1]
    address = reverse(f"library:{name}", args=place)

    assert client.get(address).status_code == 404
    assert sign_in(stef).get(address).status_code == 404
    assert sign_in(rita).get(address).status_code == 404
    assert sign_in(joost).get(address).status_code == 200


def test_a_visitor_takes_along_only_what_its_maker_gave_away(client, vision, joost, sign_in):
    ours = add(pdf(MINUTES), "eigen.pdf", title="Onbekend van wie")

    taken = client.get(reverse("library:file", args=[vision.pk]))
    assert taken.content[:5] == b"%PDF-"
    assert taken["Content-Disposition"].startswith("attachment")
    assert taken["Content-Security-Policy"] == "sandbox"
    assert client.get(reverse("library:file", args=[ours.pk])).status_code == 403
    assert sign_in(joost).get(reverse("library:file", args=[ours.pk])).status_code == 200


def test_what_a_web_page_wants_to_run_is_words(client, house):
    page = html(
        "<p>Lees dit &lt;script&gt;alert(1)&lt;/script&gt;</p><script>alert(2)</script><img src=x onerror=alert(3)>"
    )
    document = add(page, "krant.html", title="<script>alert(4)</script>")

    read = body(client.post(reverse("library:page", args=[document.pk, 1]), {"words": "alert"}))

    assert "alert(2)" not in read
    assert "onerror" not in read
    assert "<script>alert" not in read
    assert "&lt;script&gt;" in read


def test_a_name_cannot_lead_out_of_the_archive(client, house):
    document = add(b"Een brief.", "../../../etc/passwd", title="Brief", licence="CC0")

    taken = client.get(reverse("library:file", args=[document.pk]))

    assert "/" not in taken["Content-Disposition"].split("filename")[1]
    assert client.get("/archief/1/../../etc/passwd/").status_code == 404


def test_a_manager_brings_files_and_sees_what_became_of_them(carla, sign_in):
    browser = sign_in(carla)
    files = [SimpleUploadedFile("krant 2023.pdf", pdf(VISION)), SimpleUploadedFile("kapot.pdf", b"%PDF-x")]

    browser.post(reverse("library:add"), {"brought": files, "is_public": "on", "licence": "eigen werk"})
    for document in Document.objects.all():
        actions.read_waiting(document.pk)

    kept = body(browser.get(reverse("library:keep")))
    good = Document.objects.get(file_name="krant 2023.pdf")
    assert (good.title, good.year, good.is_public, good.kind) == ("Krant 2023", 2023, True, "news")
    assert "kapot.pdf" in kept
    assert Document.objects.get(file_name="kapot.pdf").reason in kept


def test_the_same_file_again_is_told_and_not_kept_twice(carla, sign_in, vision):
    again = bytes(DocumentFile.objects.get(document=vision).content)

    sign_in(carla).post(reverse("library:add"), {"brought": [SimpleUploadedFile("nog eens.pdf", again)]})

    assert Document.objects.count() == 1


def test_only_who_leads_a_house_keeps_the_archive(client, joost, sign_in, vision):
    browser = sign_in(joost)

    assert browser.get(reverse("library:keep")).status_code == 403
    assert browser.post(reverse("library:add"), {}).status_code == 403
    assert browser.post(reverse("library:show", args=[vision.pk]), {"is_public": "0"}).status_code == 404
    assert browser.post(reverse("library:remove", args=[vision.pk])).status_code == 404
    assert Document.objects.get().is_public


def test_hiding_is_undone_by_showing_and_both_are_in_the_journal(carla, sign_in, vision):
    browser, address = sign_in(carla), reverse("library:show", args=[vision.pk])

    browser.post(address, {"is_public": "0"})
    assert not Document.objects.get().is_public
    browser.post(address, {"is_public": "1"})

    assert Document.objects.get().is_public
    lines = JournalLine.objects.filter(about_kind="document").values_list("action", flat=True)
    assert {"library.document_hidden", "library.document_shown"} <= set(lines)


def test_facts_are_corrected(carla, sign_in, vision):
    facts = {"title": "Onze visie", "author": "", "year": "2022", "kind": "plan", "language": "nl", "licence": ""}

    sign_in(carla).post(reverse("library:change", args=[vision.pk]), facts)

    assert (Document.objects.get().title, Document.objects.get().year) == ("Onze visie", 2022)


@pytest.mark.parametrize("many", [3, 30])
def test_every_page_asks_the_database_a_dozen_times_at_most(
    client, carla, sign_in, house, many, django_assert_max_num_queries
):
    for number in range(many):
        last = add(f"Brief {number} over de speeltuin.".encode(), f"{number}.txt")
    client.post(SEARCH, {"words": "speeltuin"})

    for address in (SEARCH, reverse("library:document", args=[last.pk])):
        with django_assert_max_num_queries(12):
            client.get(address)
    with django_assert_max_num_queries(12):
        client.post(SEARCH, {"words": "brief speeltuin"})
    with django_assert_max_num_queries(12):
        client.post(reverse("library:page", args=[last.pk, 1]), {"words": "speeltuin"})
    browser = sign_in(carla)
    for address in (SEARCH, reverse("library:keep")):
        with django_assert_max_num_queries(12):
            browser.get(address)
