"""Reading from an address: a source that is good, and sources that are slow, half, endless or not what they seem."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import getaddrinfo
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from tests.cast import by
from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.directory.models import Entry
from wijkhuis.house.sources.actions import import_hsds
from wijkhuis.house.sources.hsds import fetching
from wijkhuis.house.sources.hsds.reading import read_hsds
from wijkhuis.house.sources.models import Source

THINGS = [{"id": str(uuid4()), "name": f"Dienst {number}", "status": "active", "phones": []} for number in range(5)]


class Answers(BaseHTTPRequestHandler):
    """A source that answers each path in its own way."""

    def do_GET(self):
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        name = parts.path.strip("/").replace("/", "_").replace("-", "_")
        getattr(self, name, self.missing)(asked)

    def send(self, thing, *, status=200, **headers):
        body = thing if isinstance(thing, bytes) else json.dumps(thing).encode()
        self.send_response(status)
        for header, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self, contents, number, *, last):
        self.send({"page_number": number, "last_page": last, "empty": not contents, "contents": contents})

    def missing(self, asked):
        self.send({}, status=404)

    def good(self, asked):
        self.send({"version": "3.1", "openapi_url": "https://example.nl", "profile": "https://example.nl"})

    def good_services(self, asked):
        number = int(asked["page"])
        self.page(THINGS[(number - 1) * 2 : number * 2], number, last=number == 3)

    def summaries(self, asked):
        self.page([{"id": one["id"], "name": one["name"], "status": "active"} for one in THINGS[:1]], 1, last=True)

    def endless_same(self, asked):
        self.page(THINGS[:1], 1, last=False)

    def endless_new(self, asked):
        self.page([{**THINGS[0], "id": str(uuid4())}], 1, last=False)

    def half(self, asked):
        self.send(b'{"contents": [{"id"', Content_Length="100000")

    def cut(self, asked):
        self.send(b'{"contents": [{"id"')

    def html(self, asked):
        self.send(b"<html>Log in</html>")

    def other(self, asked):
        self.send({"contents": {"a": 1}, "version": "x"})

    def error(self, asked):
        self.send({}, status=503)

    def big(self, asked):
        self.send(b" " * 300_000)

    def silent(self, asked):
        time.sleep(3)

    def trickle(self, asked):
        self.send_response(200)
        self.end_headers()
        for _second in range(30):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.2)

    def inside(self, asked):
        self.send({}, status=302, Location=f"http://localhost:{self.server.server_port}/good/services?page=1")

    def around(self, asked):
        self.send({}, status=302, Location="/around")

    def busy(self, asked):
        self.server.times = getattr(self.server, "times", 0) + 1
        if self.server.times == 1:
            self.send({}, status=429, Retry_After="0")
        else:
            self.send([THINGS[0]])

    def log_message(self, *_words):
        pass


@pytest.fixture(scope="module")
def there():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def allowed(settings, monkeypatch):
    settings.SOURCE_HOSTS = ["127.0.0.1"]
    for name, value in {
        "SILENCE_SECONDS": 1,
        "PAGE_SECONDS": 1,
        "MOST_BYTES_A_PAGE": 200_000,
        "MOST_PAGES": 20,
    }.items():
        monkeypatch.setattr(fetching, name, value)


def test_an_api_is_read_page_by_page_and_again_is_an_update(there, allowed, db):
    first = import_hsds(f"{there}/good/", source="Stad", by=SYSTEM)
    again = import_hsds(f"{there}/good", source="Stad", by=SYSTEM)

    assert (first.added, again.same, again.added) == (5, 5, 0)
    assert sorted(Entry.objects.values_list("name", flat=True)) == [one["name"] for one in THINGS]
    source = Source.objects.get()
    assert (source.form, source.address) == ("hsds", f"{there}/good")


@pytest.mark.parametrize("path", ["good/services", "summaries", "busy"])
def test_a_list_of_services_a_source_of_summaries_and_one_that_asks_to_wait(there, allowed, path):
    assert {one.number for one in read_hsds(f"{there}/{path}?page=1")} <= {one["id"] for one in THINGS}


@pytest.mark.parametrize(
    "path", "endless_same endless_new half cut html other error big silent trickle inside around nowhere".split()
)
def test_a_bad_source_gives_one_sentence_and_nothing_is_kept(there, allowed, db, path):
    begun = time.monotonic()

    with pytest.raises(RuleBroken) as told:
        import_hsds(f"{there}/{path}", source="Stad", by=SYSTEM)

    assert told.value.sentence.endswith(".")
    assert time.monotonic() - begun < 5
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/", "file:///etc/passwd", "ftp://example.nl/", "http://", "http://a:b@example.nl/", "x"],
)
def test_an_address_that_is_none_gives_one_sentence(allowed, address):
    with pytest.raises(RuleBroken):
        read_hsds(address)


def test_our_own_network_is_not_read_unless_the_installation_says_so(there, settings):
    settings.SOURCE_HOSTS = []

    with pytest.raises(RuleBroken) as told:
        read_hsds(f"{there}/good/")

    assert "netwerk" in told.value.sentence


@pytest.mark.parametrize(
    "address", "127.0.0.1 10.0.0.1 169.254.169.254 0.0.0.0 ::1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::a00:1 "
    "64:ff9b:1::a00:1 2002:a00:1:: fe80::1%eth0 fd00::1 224.0.0.1 2130706433".split()
)  # fmt: skip
def test_no_way_of_writing_it_leads_into_our_own_network(settings, address):
    settings.SOURCE_HOSTS = []

    told = [place[4][0] for place in getaddrinfo(address, 80)] if address.isdigit() else [address]

    assert not any(fetching.may_visit("elders.nl", one) for one in told)
    assert all(fetching.may_visit("elders.nl", one) for one in ("8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"))


def test_nobody_learns_which_doors_are_open_inside(there, settings):
    settings.SOURCE_HOSTS = []
    said = set()
    for address in (there, "http://127.0.0.1:1", "http://2130706433:1", "http://[::1]:1"):
        with pytest.raises(RuleBroken) as told:
            read_hsds(f"{address}/good/")
        said.add(told.value.sentence)

    assert len(said) == 1


def test_a_host_does_not_take_in_a_map(there, allowed, joost):
    with pytest.raises(RuleBroken):
        import_hsds(json.dumps(THINGS).encode(), source="Stad", by=by(joost))
