"""The map and the lists of others: what a house knows better stays, and what is one becomes one."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.cast import by
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.partners.models import Partner
from wijkhuis.house.sources.actions import propose_pairs
from wijkhuis.house.sources.models import Merge, Pair, SourceRecord
from wijkhuis.loop.desk.actions import give_answer, take_down_question
from wijkhuis.loop.desk.models import Answer

GUIDE = "id;naam;telefoon;adres\n1;Eettafel De Kade;010 1234567;Kade 12\n2;Koor;010 5;\n"
CITY = "id;naam;telefoon;adres;omschrijving\n9;De Kade eettafel;0101234567;Kade 12;Samen eten op dinsdag\n"


def read(browser, text, source):
    file = SimpleUploadedFile("lijst.csv", text.encode())
    return browser.post(reverse("sources:take_in"), {"file": file, "source": source}, follow=True)


def test_a_correction_survives_the_next_list_until_the_coordinator_takes_it_over(sign_in, carla, joost, city):
    office, desk = sign_in(carla, browser=Client()), sign_in(joost, browser=Client())
    read(office, GUIDE, "gids")
    table = Entry.objects.get(name="Eettafel De Kade")
    change = reverse("directory:change", args=[table.pk])
    desk.post(change, {"name": table.name, "kind": "group", "phone": "010 7777777", "address": "Kade 12"})

    page = read(office, GUIDE.replace("010 1234567", "010 8888888"), "gids").content.decode()
    record = SourceRecord.objects.get(number="1")
    beside = office.get(reverse("sources:source", args=[record.source_id])).content.decode()

    table.refresh_from_db()
    assert table.phone == "010 7777777"
    assert "verbeterde" in page
    assert "010 7777777" in beside
    assert "010 8888888" in beside

    office.post(reverse("sources:decide", args=[record.pk]), {"fact": "phone", "choice": "theirs"})
    office.post(reverse("sources:decide", args=[record.pk]), {"fact": "kind", "choice": "ours"})

    table.refresh_from_db()
    after = office.get(reverse("sources:source", args=[record.source_id])).content.decode()
    assert (table.phone, table.kind) == ("010 8888888", "group")
    assert "We zeggen hetzelfde" in after


def test_two_lists_tell_of_one_thing_and_an_answer_that_pointed_to_it_still_does(sign_in, carla, joost, house):
    office = sign_in(carla)
    read(office, GUIDE, "gids")
    read(office, CITY, "stad")
    gone = Entry.objects.get(name="De Kade eettafel")
    question = take_down_question(house, words="Ik eet altijd alleen", by=by(joost))
    given = give_answer(question, words="Schuif aan bij de eettafel", by=by(joost))
    Answer.objects.filter(pk=given.pk).update(entry=gone)
    partner = Partner.objects.create(name="De Kade", kind=Partner.Kind.CARE, entry=gone)

    propose_pairs()
    pair = Pair.objects.get()
    page = office.get(reverse("sources:pair", args=[pair.pk])).content.decode()
    office.post(reverse("sources:merge", args=[pair.pk]), {"fact_description": "second"})

    kept = Entry.objects.get(name="Eettafel De Kade")
    answer = Answer.objects.get(entry=kept)
    partner.refresh_from_db()
    assert "Samen eten op dinsdag" in page
    assert (answer.entry, partner.entry, kept.description) == (kept, kept, "Samen eten op dinsdag")
    assert sign_in(joost, browser=Client()).get(reverse("directory:entry", args=[kept.pk])).status_code == 200

    office.post(reverse("sources:undo", args=[Merge.objects.get().pk]))

    for one in (answer, partner, kept, gone):
        one.refresh_from_db()
    assert (answer.entry, partner.entry, gone.is_published, kept.description) == (gone, gone, True, "")


def test_what_is_no_longer_in_the_list_is_taken_off_by_a_human(sign_in, carla, city, house):
    office = sign_in(carla)
    read(office, GUIDE, "gids")
    read(office, "id;naam\n1;Eettafel De Kade\n", "gids")
    record = SourceRecord.objects.get(number="2")
    assert record.entry.is_published

    office.post(reverse("sources:retire", args=[record.pk]))

    record.entry.refresh_from_db()
    assert not record.entry.is_published
    assert (
        "Koor"
        not in office.get(reverse("sources:source", args=[record.source_id])).content.decode().split("<section>")[1]
    )
