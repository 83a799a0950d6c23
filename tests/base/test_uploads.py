"""What somebody may send: without an account little, with one a whole list, and never a disk full."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse


def big(megabytes):
    return SimpleUploadedFile("lijst.csv", b"x" * (megabytes * 1024 * 1024))


def test_a_visitor_fills_no_disk(client, house):
    address = reverse("home:search", args=[house.slug])

    assert client.post(address, {"text": "eten", "file": big(6)}).status_code == 400
    assert client.post(address, {"text": "eten", "file": big(1)}).status_code == 200


def test_a_manager_brings_a_list_and_no_more_than_that(sign_in, carla, settings):
    settings.LARGEST_UPLOAD = 8 * 1024 * 1024
    browser, address = sign_in(carla), reverse("sources:take_in")

    assert browser.post(address, {"source": "gids", "file": big(7)}).status_code != 400
    assert browser.post(address, {"source": "gids", "file": big(9)}).status_code == 400
