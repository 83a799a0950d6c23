"""Reading the map of somebody else, in the standard of the sector and in what they make of it."""

import io
import json
import zipfile
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.hsds.fetching import may_visit
from wijkhuis.house.sources.hsds.reading import read_hsds
from wijkhuis.house.sources.rules.cleaning import clean
from wijkhuis.house.sources.rules.problems import Problem
from wijkhuis.house.sources.rules.said import Said

ORGANIZATION = {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Humanitas", "description": "Vrijwilligers"}
PLACE = {
    "id": "3a19ff88-4620-4d17-9830-ac1d859eb5d5",
    "location_type": "physical",
    "name": "Wijkcentrum",
    "latitude": 52.05,
    "longitude": 4.28,
    "addresses": [{"address_1": "Kade 1", "address_2": "achterom", "city": "Dijkstad", "postal_code": "2531 AB"}],
    "schedules": [{"freq": "WEEKLY", "byday": "MO, TU", "opens_at": "09:00+02:00", "closes_at": "11:00Z"}],
}
SERVICE = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Thuisadministratie",
    "status": "active",
    "organization": ORGANIZATION,
    "minimum_age": 18,
    "fees_description": "gratis",
    "phones": [{"number": "010 123 45 67"}],
    "contacts": [{"name": "Ann Persona", "email": "ann@example.org"}],
    "service_at_locations": [{"location": PLACE}, {"location": {**PLACE, "id": str(uuid4()), "name": "Filiaal"}}],
    "attributes": [{"taxonomy_term": {"name": "Schulden", "taxonomy_id": str(uuid4())}}],
    "iets_van_henzelf": {"dat": ["wij niet kennen"]},
}


def read(content):
    return list(read_hsds(content if isinstance(content, bytes) else json.dumps(content).encode()))


def test_a_service_of_somebody_else_in_our_words():
    service, organization = read([SERVICE])

    assert service.number == SERVICE["id"]
    assert service.provider == organization.number == ORGANIZATION["id"]
    assert organization.facts["kind"] == "organisation"
    facts = {name: service.facts[name] for name in ("name", "organisation", "minimum_age", "costs", "phone", "topics")}
    assert list(facts.values()) == ["Thuisadministratie", "Humanitas", 18, "gratis", "010 123 45 67", ["Schulden"]]
    assert (service.facts["address"], service.facts["latitude"]) == ("Kade 1, achterom", 52.05)
    assert [place["name"] for place in service.locations] == ["Filiaal"]
    first = service.times[0]
    assert (first["days"], first["opens_at"], first["closes_at"]) == ("MO,TU", "09:00:00", "12:00:00")
    assert "Persona" not in str(service)
    assert isinstance(clean(service), Said)


@pytest.mark.parametrize("wrap", [lambda all_: all_, lambda all_: {"contents": all_, "total_items": 2}])
def test_a_list_and_a_page_are_the_same(wrap):
    assert len(read(wrap([SERVICE, {**SERVICE, "id": str(uuid4())}]))) == 3


def test_one_object_and_an_object_per_line():
    assert len(read(SERVICE)) == 2
    lines = "\n".join(json.dumps({**SERVICE, "id": str(uuid4())}) for _time in range(3)) + "\n\n"
    assert len(read(lines.encode())) == 4


def test_what_is_no_longer_there_is_not_taken_in():
    assert read([{**SERVICE, "status": "defunct", "organization": None}]) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": None},
        {"id": " "},
        {"id": ["x"]},
        {"id": True},
        {"id": "x" * 121},
        {"name": None},
        {"name": ""},
        {"name": {}},
    ],
)
def test_a_record_without_id_or_name_is_told_and_the_others_are_read(wrong):
    bad, good, _organization = read([{**SERVICE, **wrong}, {**SERVICE, "id": str(uuid4())}])

    assert isinstance(bad, Problem)
    assert (bad.line, bad.column) == (1, next(iter(wrong)))
    assert bad.reason
    assert bad.mend
    assert isinstance(good, Said)


def test_the_same_id_twice_is_told():
    told = [one for one in read([SERVICE, SERVICE]) if isinstance(one, Problem)]

    assert [(one.line, one.number) for one in told] == [(2, SERVICE["id"])]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hallo",
        b"<html>",
        b'[{"id": "1"',
        b'{"id": "1"}\n{"id"',
        b"PK\x03\x04rest",
        b"[" * 100_000,
        b"\xff\xfe{",
        b"NaN(",
    ],
)
def test_what_is_no_json_is_one_sentence(content):
    with pytest.raises(RuleBroken) as told:
        read(content)

    assert told.value.sentence.endswith(".")


def test_names_in_an_archive_and_links_in_a_folder_lead_nowhere(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../../services.json", json.dumps([SERVICE]))
        archive.writestr("/etc/passwd.json", json.dumps([{**SERVICE, "id": str(uuid4())}]))
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps([SERVICE]))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.json").symlink_to(secret)
    before = sorted(tmp_path.rglob("*"))

    assert len(read(packed.getvalue())) == 3
    with pytest.raises(RuleBroken):
        list(read_hsds(folder))
    assert sorted(tmp_path.rglob("*")) == before


def test_an_archive_that_is_a_bomb_is_left_alone(monkeypatch):
    monkeypatch.setattr("wijkhuis.house.sources.hsds.opening.MOST_BYTES", 10_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.json", b" " * 100_000)

    with pytest.raises(RuleBroken):
        read(packed.getvalue())


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = sorted(
    {*SERVICE, *PLACE, *ORGANIZATION, "schedules", "service_areas", "cost_options", "capacities", "languages"}
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=8) | ANYTHING, max_size=4))
def test_whatever_they_send_is_read_or_told(things):
    for one in read([SERVICE, *things]):
        assert isinstance(one, Problem) or clean(one) is not None


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KEYS), ANYTHING)
def test_one_strange_value_never_breaks_a_record(key, value):
    changed = {**SERVICE, key: value}
    for place in (changed, {**SERVICE, "service_at_locations": [{"location": {**PLACE, key: value}, key: value}]}):
        for one in read([place]):
            assert isinstance(one, Problem) or clean(one) is not None


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    try:
        read(content)
    except RuleBroken:
        return


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.0.0.8", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("::1", False), ("0.0.0.0", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:10.0.0.8", False), ("224.0.0.1", False),
    ],
)  # fmt: skip
def test_only_the_public_internet_is_read(address, may):
    assert may_visit("kaart.example.nl", address) is may
