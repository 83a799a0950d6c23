"""What leaves is what the standard asks, and what comes back is the same map."""

import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.hsds.checking import assert_valid
from tests.hsds.rich_map import make_rich_map, picture_of_the_map
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.actions import import_directory, import_hsds
from wijkhuis.house.sources.models import Source

BASE = "/hsds/v3"
KINDS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
# What the API text wants beside an object, and the schema does not know.
BESIDE = {"organization": "services", "service_at_location": "service"}


@pytest.fixture
def demo_map(city):
    content = Path(settings.BASE_DIR, "wijkhuis/site/demo/data/map.csv").read_bytes()
    report = import_directory(content, source="demo", by=SYSTEM)
    assert report.added > 50


def published(client):
    """Every object that can be asked for: (kind, object), from every list in both forms and one by one."""
    for name, kind in KINDS.items():
        for asked in ({"per_page": 500}, {"per_page": 500, "full": "true"}):
            contents = client.get(f"{BASE}/{name}", asked).json()["contents"]
            for one in [*contents, *(client.get(f"{BASE}/{name}/{one['id']}").json() for one in contents[:20])]:
                one.pop(BESIDE.get(kind), None)
                yield kind, one


def empty_the_map():
    Entry.objects.all().delete()
    Source.objects.all().delete()


def exported(folder):
    call_command("export_hsds", folder)
    return folder


def test_every_object_is_as_the_standard_asks(client, city, joost, tmp_path):
    make_rich_map(city, keeper=joost)

    assert_valid(published(client), tmp_path)


def test_the_map_of_the_demo_is_as_the_standard_asks(client, demo_map, tmp_path, settings):
    settings.API_RATE = 10_000

    assert_valid(published(client), tmp_path)


def test_the_judges_do_judge(client, city, joost, tmp_path):
    make_rich_map(city, keeper=joost)
    kind, service = next(published(client))

    for number, wrong in enumerate(({"status": "open"}, {"email": "geen adres"}, {"id": "1"}, {"color": "blue"})):
        with pytest.raises(AssertionError):
            assert_valid([(kind, service | wrong)], tmp_path / str(number))


def test_an_export_in_an_empty_house_gives_the_same_map(city, joost, tmp_path):
    make_rich_map(city, keeper=joost)
    before = picture_of_the_map()
    folder = exported(tmp_path / "map")
    empty_the_map()

    call_command("import_hsds", str(folder), source="De andere stad")

    assert picture_of_the_map() == before
    assert not Entry.objects.filter(name="Verborgen").exists()


def test_the_map_of_the_demo_comes_back_the_same_and_again_changes_nothing(demo_map, tmp_path):
    before = picture_of_the_map()
    folder = exported(tmp_path / "map")
    empty_the_map()

    first = import_hsds(folder, source="demo", by=SYSTEM)
    after = picture_of_the_map()
    again = import_hsds(folder, source="demo", by=SYSTEM, strict=True)

    assert first.problems == []
    assert after == before
    assert (again.added, again.changed, again.dropped) == (0, 0, 0)


def test_an_archive_and_the_bytes_of_one_page_come_back_too(client, city, joost, tmp_path):
    make_rich_map(city, keeper=joost)
    before = picture_of_the_map()
    folder = exported(tmp_path / "map")
    with zipfile.ZipFile(tmp_path / "map.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"../../etc/{file.name}")
    page = client.get(f"{BASE}/services", {"full": "true"}).content
    empty_the_map()

    import_hsds(tmp_path / "map.zip", source="archief", by=SYSTEM)
    assert picture_of_the_map() == before
    empty_the_map()
    report = import_hsds(page, source="pagina", by=SYSTEM)

    assert report.added == len(json.loads(page)["contents"]) + 1
