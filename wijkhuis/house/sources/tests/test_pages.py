"""The pages of lists and sources."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.models import Source

TAKE_IN = reverse("sources:take_in")


def upload(browser, content, name="lijst.csv", **more):
    file = SimpleUploadedFile(name, content)
    return browser.post(TAKE_IN, {"file": file, "source": "gids", **more}, follow=True)


def test_a_coordinator_reads_a_list_and_sees_what_to_mend(sign_in, carla, joost, city):
    page = upload(sign_in(carla), b"id;name;email\n1;Goed;a@b.nl\n2;Fout;raadsel\n").content.decode()

    assert "naam@voorbeeld.nl" in page
    assert [entry.name for entry in Entry.objects.all()] == ["Goed"]
    assert sign_in(joost).get(TAKE_IN).status_code == 403


def test_a_file_that_is_no_list_gives_a_sentence(sign_in, carla, city):
    answer = upload(sign_in(carla), b"PK\x03\x04", name="a.xlsx")

    assert answer.status_code == 409
    assert "Excel" in answer.content.decode()


def test_a_column_with_another_name_is_asked_once(sign_in, carla, city):
    browser = sign_in(carla)
    table = b"Kenmerk;Naam voorziening;Korte omschrijving\n7;Eettafel;Samen eten op dinsdag\n"

    asked = upload(browser, table)
    assert asked.redirect_chain[-1][0].endswith("/kolommen/")
    assert "Samen eten op dinsdag" in asked.content.decode()
    fields = asked.context["form"].fields
    chosen = {
        name: {"Kenmerk": "id", "Korte omschrijving": "description"}[field.label] for name, field in fields.items()
    }
    browser.post(asked.redirect_chain[-1][0], chosen)
    again = upload(browser, table)

    assert Entry.objects.get().description == "Samen eten op dinsdag"
    assert Source.objects.get().matching == {"Kenmerk": "id", "Korte omschrijving": "description"}
    assert again.context["reading"].outcome["same"] == 1
