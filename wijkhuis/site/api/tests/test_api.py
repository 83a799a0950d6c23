"""The map as other systems read it."""

import json
from datetime import timedelta

import pytest
from django.test import override_settings

from tests.hsds.rich_map import make_rich_map
from wijkhuis.base import clock
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.hsds.ids import named_id, taxonomy_id, term_id

BASE = "/hsds/v3"
ENVELOPE = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"]
LISTS = ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"]


@pytest.fixture
def map_of_all(city, joost):
    return make_rich_map(city, keeper=joost)


def ask(client, address, **asked):
    answer = client.get(f"{BASE}{address}", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(page):
    return [one["name"] for one in page["contents"]]


def lines(answer):
    return [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]


def test_the_root_says_which_version_and_leads_to_what_can_be_asked(client, db):
    root = ask(client, "/")

    assert root["version"] == "3.1"
    for address in (root["profile"], root["openapi_url"]):
        assert client.get("/" + address.split("/", 3)[3]).status_code == 200
    paths = ask(client, "/openapi.json")["paths"]
    assert set(paths) == {"/", *(f"/{name}" for name in LISTS), *(f"/{name}/{{id}}" for name in LISTS)}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_page_with_its_place_among_the_others(client, map_of_all, name):
    first = ask(client, f"/{name}", per_page=1)
    last = ask(client, f"/{name}", per_page=1, page=first["total_items"])
    beyond = ask(client, f"/{name}", per_page=1, page=first["total_items"] + 1)

    assert list(first) == ENVELOPE
    assert (first["size"], first["first_page"], first["last_page"]) == (1, True, first["total_items"] == 1)
    assert (last["page_number"], last["last_page"], last["empty"]) == (first["total_pages"], True, False)
    assert (beyond["contents"], beyond["empty"], beyond["size"]) == ([], True, 0)


@pytest.mark.parametrize("name", LISTS)
def test_each_thing_in_a_list_can_be_asked_for_alone_and_is_the_same_in_the_stream(client, map_of_all, name):
    listed = ask(client, f"/{name}")["contents"]
    streamed = lines(client.get(f"{BASE}/{name}", {"format": "ndjson"}))

    assert streamed == listed
    for one in listed:
        assert ask(client, f"/{name}/{one['id']}")["id"] == one["id"]


def test_only_what_everybody_may_see_leaves_and_never_who_keeps_it(client, map_of_all, sign_in, joost):
    hidden = map_of_all["hidden"]
    sign_in(joost)
    everything = "".join(
        client.get(f"{BASE}/{name}", {"full": "true", "full_service": "true"}).content.decode() for name in LISTS
    )

    for secret in ("Verborgen", "Geheime", "gerda@", "Joost", "joost@", "Stille straat", '"stil"'):
        assert secret not in everything
    assert client.get(f"{BASE}/services/{hidden.uid}").status_code == 404
    assert client.get(f"{BASE}/organizations/{named_id('Geheime Stichting')}").status_code == 404


def test_a_service_that_moved_off_the_map_takes_its_organisation_off_too(client, map_of_all):
    welfare = map_of_all["welfare"]
    Entry.objects.filter(pk=welfare.pk).update(is_published=False, name="Niet meer hier")

    organizations = ask(client, "/organizations")
    service = ask(client, f"/services/{map_of_all['budget'].uid}")

    assert "Niet meer hier" not in names(organizations)
    assert service["organization"]["id"] == named_id("Welzijn Dijkstad")


def test_filters_narrow_what_the_others_left(client, map_of_all):
    budget, welfare = map_of_all["budget"], map_of_all["welfare"]
    money, post = term_id("topics", "geld"), term_id("topics", "post")
    tomorrow = (clock.now() + timedelta(days=1)).isoformat()

    assert names(ask(client, "/services", taxonomy_term_id=money)) == ["Budgetloket"]
    assert names(ask(client, "/services", taxonomy_term_id=post)) == ["Budgetloket", "Sorteergroep"]
    assert names(ask(client, "/services", taxonomy_id=taxonomy_id("audience"))) == ["Budgetloket"]
    assert names(ask(client, "/services", organization_id=welfare.uid)) == ["Budgetloket"]
    named = named_id("Bewoners van de Kade")
    assert names(ask(client, "/services", organization_id=named)) == ["Sorteergroep", "Oud fonds"]
    assert names(ask(client, "/services", organization_id=named, taxonomy_term_id=post)) == ["Sorteergroep"]
    assert names(ask(client, "/services", search="schulden", taxonomy_term_id=post)) == ["Budgetloket"]
    assert names(ask(client, "/services", modified_after=budget.updated_at.isoformat()))[0] == "Budgetloket"
    assert ask(client, "/services", modified_after=tomorrow)["empty"]
    assert names(ask(client, "/organizations", taxonomy_term_id=money)) == ["Welzijn Dijkstad"]
    assert names(ask(client, "/organizations", taxonomy_term_id=post)) == ["Bewoners van de Kade"]
    assert names(ask(client, "/organizations", search="kade")) == ["Bewoners van de Kade"]
    assert names(ask(client, "/taxonomy_terms", taxonomy_id=taxonomy_id("topics"))) == ["geld", "ontmoeten", "post"]
    assert names(ask(client, "/taxonomy_terms", search="moeten", top_only="true")) == ["ontmoeten"]


def test_minimal_gives_everything_on_one_page(client, map_of_all):
    page = ask(client, "/services", minimal="true")

    assert page["total_pages"] == 1
    assert [set(one) for one in page["contents"]] == [{"id", "last_modified"}] * 4


def test_a_list_has_no_lists_inside_and_full_has_everything(client, map_of_all):
    short = ask(client, "/services")["contents"][0]
    whole = ask(client, "/services", full="true")["contents"][0]

    assert not [key for key, value in short.items() if isinstance(value, list)]
    assert short["organization"]["name"] == "Welzijn Dijkstad"
    assert whole == ask(client, f"/services/{short['id']}")
    assert [len(whole[key]) for key in ("service_at_locations", "languages", "capacities", "cost_options")] == [
        2,
        3,
        1,
        1,
    ]


def test_what_nobody_looked_at_for_a_year_is_inactive(client, map_of_all):
    old = ask(client, f"/services/{map_of_all['old'].uid}")
    fresh = ask(client, f"/services/{map_of_all['budget'].uid}")

    assert (old["status"], fresh["status"]) == ("inactive", "active")
    assert "alert" in old


def test_hours_carry_the_zone_of_the_season(client, map_of_all):
    with clock.pretend(clock.now().replace(month=7, day=1)):
        summer = ask(client, f"/services/{map_of_all['budget'].uid}")["schedules"][0]
    with clock.pretend(clock.now().replace(month=1, day=15)):
        winter = ask(client, f"/services/{map_of_all['budget'].uid}")["schedules"][0]

    assert (summer["opens_at"], summer["timezone"]) == ("09:00+02:00", 2)
    assert (winter["opens_at"], winter["timezone"]) == ("09:00+01:00", 1)


def test_near_a_postcode(client, map_of_all):
    near = ask(client, "/service_at_locations", postcode="2531 AB", proximity=200)
    wide = ask(client, "/service_at_locations", postcode="2531ab", proximity=100000)
    nowhere = ask(client, "/service_at_locations", postcode="9999ZZ", proximity=100)
    covered = ask(client, "/service_at_locations", postcode="2531 AB")

    assert [one["location"]["name"] for one in near["contents"]] == ["De Kade"]
    assert wide["total_items"] == 3
    assert nowhere["empty"]
    assert {one["service"]["name"] for one in covered["contents"]} == {"Budgetloket", "Wandelclub"}


def test_an_organisation_shows_its_services(client, map_of_all):
    welfare = f"/organizations/{map_of_all['welfare'].uid}"

    assert names({"contents": ask(client, welfare)["services"]}) == ["Budgetloket"]
    assert "phones" in ask(client, welfare, full_service="true")["services"][0]
    assert "services" not in ask(client, "/organizations")["contents"][0]
    assert "services" in ask(client, "/organizations", full_service="true")["contents"][0]


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
def test_what_somebody_looks_for_may_stand_in_the_body(client, map_of_all, kind):
    asked = {"search": "schulden", "full": True} if "json" in kind else "search=schulden&full=true"

    page = client.post(f"{BASE}/services", asked, content_type=kind).json()

    assert names(page) == ["Budgetloket"]
    assert "phones" in page["contents"][0]


@pytest.mark.parametrize(
    ("address", "asked", "status"),
    [
        ("/services", {"page": "0"}, 400),
        ("/services", {"page": "9" * 400}, 400),
        ("/services", {"per_page": "-1"}, 400),
        ("/services", {"per_page": "²"}, 400),
        ("/services", {"format": "xml"}, 400),
        ("/services", {"modified_after": "gisteren"}, 400),
        ("/services", {"taxonomy_id": "1"}, 400),
        ("/services", {"full": "misschien"}, 400),
        ("/service_at_locations", {"postcode": "AB"}, 400),
        ("/service_at_locations", {"proximity": "100"}, 400),
        ("/services/1", {}, 404),
        ("/services/00000000-0000-0000-0000-000000000000", {}, 404),
        ("/services/", {}, 404),
        ("/nergens/aan/toe", {}, 404),
    ],
)
def test_what_cannot_be_answered_is_a_sentence_that_any_website_can_read(client, map_of_all, address, asked, status):
    answer = client.get(f"{BASE}{address}", asked)

    assert answer.status_code == status
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_a_body_that_is_no_object_and_a_method_that_is_not_done(client, db):
    assert client.post(f"{BASE}/services", "[", content_type="application/json").status_code == 400
    assert client.post(f"{BASE}/services", "[1]", content_type="application/json").status_code == 400
    refused = client.delete(f"{BASE}/services")
    assert (refused.status_code, refused["Allow"]) == (405, "GET, POST, OPTIONS")
    asked_before = client.options(f"{BASE}/services")
    assert (asked_before.status_code, asked_before["Access-Control-Allow-Origin"]) == (204, "*")


@override_settings(API_RATE=3)
def test_who_asks_too_often_waits(client, map_of_all):
    answers = [client.get(f"{BASE}/services") for _time in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1]["Retry-After"] == "60"
    assert answers[-1]["Access-Control-Allow-Origin"] == "*"


@override_settings(API_RATE=10)
def test_everything_at_once_counts_for_half_of_what_one_may_ask(client, map_of_all):
    whole = [client.get(f"{BASE}/services", {"format": "ndjson", "full": "true"}).status_code for _time in range(3)]
    pages = client.get(f"{BASE}/services", {"full": "true"}).status_code

    assert whole == [200, 200, 429]
    assert pages == 429


def test_what_did_not_change_is_not_sent_again(client, map_of_all):
    first = client.get(f"{BASE}/services")
    again = client.get(f"{BASE}/services", headers={"If-None-Match": first["ETag"]})
    Entry.objects.filter(pk=map_of_all["budget"].pk).update(name="Geldloket")
    changed = client.get(f"{BASE}/services", headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=60"
    assert (again.status_code, again.content, again["Access-Control-Allow-Origin"]) == (304, b"", "*")
    assert changed.status_code == 200


@pytest.mark.parametrize("name", ["services", "organizations", "service_at_locations"])
def test_a_long_list_asks_the_database_as_often_as_a_short_one(client, map_of_all, name, django_assert_max_num_queries):
    for number in range(60):
        Entry.objects.create(name=f"Dienst {number}", provider=map_of_all["welfare"], address="Kade 4")
        Entry.objects.create(name=f"Club {number}", kind=Entry.Kind.ORGANISATION)

    with django_assert_max_num_queries(20):
        page = ask(client, f"/{name}", full="true", full_service="true", per_page=500)

    assert page["size"] > 60
