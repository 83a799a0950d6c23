"""What search engines find: the public pages, and what an entry is."""

import json
import re
from xml.etree import ElementTree

from tests.hsds.rich_map import make_rich_map
from wijkhuis.house.directory.models import Entry


def linked(client, entry):
    page = client.get(f"/kaart/{entry.pk}/").content.decode()
    return page, json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])


def test_the_list_of_pages_holds_houses_and_what_is_on_the_map(client, house, joost, city):
    rich = make_rich_map(city, keeper=joost)

    words = client.get("/robots.txt").content.decode()
    pages = ElementTree.fromstring(b"".join(client.get("/sitemap.xml").streaming_content))
    found = [one.text for one in pages.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    assert "/sitemap.xml" in words
    paths = ["/" + address.split("/", 3)[3] for address in found]
    assert f"/huis/{house.slug}/" in paths
    assert f"/kaart/{rich['budget'].pk}/" in paths
    assert f"/kaart/{rich['hidden'].pk}/" not in paths
    assert {client.get(path).status_code for path in paths} == {200}


def test_a_page_tells_search_engines_what_it_is_about(client, joost, city):
    rich = make_rich_map(city, keeper=joost)

    page, service = linked(client, rich["budget"])
    _page, organisation = linked(client, rich["welfare"])

    assert (service["@type"], service["name"], service["areaServed"]) == ("Service", "Budgetloket", "Noorderpoort")
    assert service["hoursAvailable"][0]["dayOfWeek"] == ["Monday", "Wednesday"]
    assert len(service["availableChannel"]["serviceLocation"]) == 2
    assert (organisation["@type"], organisation["address"]["postalCode"]) == ("Organization", "2531 AB")
    assert "gerda@" not in page
    assert "Geheime" not in page


def test_no_text_ends_the_element_it_stands_in(client, city):
    entry = Entry.objects.create(name="</script><script>alert(1)</script>", description="a & <b>", topics=["<!--"])

    page, thing = linked(client, entry)

    assert thing["name"] == entry.name
    assert "<script>alert" not in page
