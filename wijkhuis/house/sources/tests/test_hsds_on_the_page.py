"""A file in the standard of the sector, brought on the page where any list is brought."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.hsds.recognising import is_hsds
from wijkhuis.house.sources.models import Reading, Source

TABLE = {"id": "5c4d3f6e-3f0a-4a63-9f1e-6c1f5d9a0001", "name": "Eettafel De Kade", "status": "active",
         "organization_id": "5c4d3f6e-3f0a-4a63-9f1e-6c1f5d9a0009"}  # fmt: skip
CHOIR = {**TABLE, "id": "5c4d3f6e-3f0a-4a63-9f1e-6c1f5d9a0002", "name": "Koor Noord"}


def zipped(**files):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as held:
        for name, content in files.items():
            held.writestr(f"{name}.json", content)
    return archive.getvalue()


FORMS = {
    "services.json": json.dumps([TABLE, CHOIR]).encode(),
    "page.json": json.dumps({"total_items": 2, "contents": [TABLE, CHOIR]}).encode(),
    "services.ndjson": b"\n".join(json.dumps(one).encode() for one in (TABLE, CHOIR)) + b"\n",
    "map.zip": zipped(services=json.dumps([TABLE, CHOIR])),
}


def bring(browser, name, content, **more):
    file = SimpleUploadedFile(name, content)
    return browser.post(reverse("sources:take_in"), {"file": file, "source": "regio", **more}, follow=True)


@pytest.mark.parametrize("name", FORMS)
def test_who_brings_a_file_in_the_standard_sees_what_is_in_it_and_what_became_of_it(sign_in, carla, city, name):
    browser = sign_in(carla)

    page = bring(browser, name, FORMS[name])

    assert "Eettafel De Kade" in page.content.decode()
    assert not Entry.objects.exists()

    page = browser.post(reverse("sources:match", args=[Reading.objects.get().pk]), follow=True)

    assert "2 nieuw" in page.content.decode()
    assert set(Entry.objects.values_list("name", flat=True)) == {"Eettafel De Kade", "Koor Noord"}
    assert Source.objects.get().form == "hsds"


def test_the_next_time_it_is_read_at_once_and_what_is_gone_is_shown(sign_in, carla, city):
    browser = sign_in(carla)
    bring(browser, "services.json", FORMS["services.json"])
    browser.post(reverse("sources:match", args=[Reading.objects.get().pk]))

    bring(browser, "services.json", json.dumps([CHOIR]).encode())

    outcome = Reading.objects.order_by("-pk").first().outcome
    assert (outcome["same"], outcome["dropped"]) == (1, 1)


def test_half_a_file_is_told_at_once(sign_in, carla, city):
    page = bring(sign_in(carla), "services.json", FORMS["services.json"][:-20])

    assert page.status_code in (400, 409, 422)
    assert not Reading.objects.exists()


def test_a_list_of_our_own_is_no_standard():
    assert not is_hsds(b'[{"id": "1", "name": "Koor", "website": "www.koor.nl", "status": "x"}]')
    assert not is_hsds(b"id;name\n1;Koor\n")
    assert not is_hsds(b"PK\x03\x04 broken")
    assert not is_hsds(zipped())
