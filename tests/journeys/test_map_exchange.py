"""The map travels: another city reads it, a colleague corrects a copy, and the next night nothing is lost."""

import json

import pytest
from django.core.management import call_command

from tests.hsds.rich_map import make_rich_map
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.models import Source, SourceRecord


@pytest.mark.django_db
def test_another_city_reads_the_map_and_what_it_corrects_stays(client, city, joost, sign_in, tmp_path):
    # Given: our map, read by another city page by page.
    make_rich_map(city, keeper=joost)
    names = ("organizations", "services")
    pages = [client.get(f"/hsds/v3/{name}", {"full": "true", "per_page": 500}).json() for name in names]
    Entry.objects.all().delete()
    for name, page in zip(names, pages, strict=True):
        (tmp_path / f"{name}.json").write_text(json.dumps(page))
    call_command("import_hsds", str(tmp_path), source="Buurstad")

    # When: a host there corrects the phone number, and the next night our map says something new about it.
    entry = Entry.objects.get(name="Budgetloket")
    assert entry.provider.name == "Welzijn Dijkstad"
    entry.phone = "0687654321"
    entry.save()
    service = next(one for one in pages[1]["contents"] if one["name"] == "Budgetloket")
    service["fees_description"] = "gratis"
    gone = pages[1]["contents"].pop(
        next(i for i, one in enumerate(pages[1]["contents"]) if one["name"] == "Wandelclub")
    )
    (tmp_path / "services.json").write_text(json.dumps(pages[1]))
    call_command("import_hsds", str(tmp_path), source="Buurstad")

    # Then: the news is taken over, the correction stays, and what went is shown as dropped.
    entry.refresh_from_db()
    assert (entry.phone, entry.costs) == ("0687654321", "gratis")
    assert SourceRecord.objects.get(dropped_on__isnull=False).number == gone["id"]
    assert Source.objects.get().name == "Buurstad"
