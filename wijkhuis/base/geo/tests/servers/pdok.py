"""A stand-in for the Locatieserver of PDOK, version 3.1: python pdok.py PORT FILE.

It answers in the real form, refuses parameters it does not know, and writes down in FILE what it was asked. A word in
the question decides: Brandnetelstraat (500), Slakkenpad (answers after ten seconds), Druppelgang (drips), Halfweg (half
an answer), Fransweg (other JSON), Kaalslag (an address without a point), Nergenshuizen (nothing found).
"""

import contextlib
import json
import sys
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT, FILE = int(sys.argv[1]), sys.argv[2]
KNOWN = {
    "free": {"q", "fq", "fl", "rows", "start", "lat", "lon", "sort", "df", "bq", "qf", "wt"},
    "suggest": {"q", "fq", "fl", "rows", "start", "lat", "lon", "sort", "df", "bq", "qf", "wt"},
}
GEUZENKADE = {
    "bron": "BAG",
    "woonplaatscode": "3594",
    "type": "adres",
    "woonplaatsnaam": "Amsterdam",
    "wijkcode": "WK036340",
    "huis_nlt": "58-1",
    "buurtnaam": "Geuzenhofbuurt",
    "gemeentecode": "0363",
    "weergavenaam": "Geuzenkade 58-1, 1056KN Amsterdam",
    "huisnummertoevoeging": "1",
    "id": "adr-cf14ac0c218dcc50dd9ef4e8745d8991",
    "gemeentenaam": "Amsterdam",
    "buurtcode": "BU03634000",
    "identificatie": "0363010000645435-0363200000107724",
    "postcode": "1056KN",
    "provincienaam": "Noord-Holland",
    "centroide_ll": "POINT(4.86450674 52.37354473)",
    "nummeraanduiding_id": "0363200000107724",
    "huisnummer": 58,
    "centroide_rd": "POINT(119405 487425)",
    "straatnaam": "Geuzenkade",
    "score": 21.041628,
}


class Pdok(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urllib.parse.urlparse(self.path)
        asked = urllib.parse.parse_qs(url.query)
        with open(FILE, "a") as file:
            file.write(self.path + "\n")
        what = url.path.rpartition("/")[2]
        unknown = set(asked) - KNOWN.get(what, set())
        if what not in KNOWN or unknown or "q" not in asked:
            return self.say(400, {"error": f"onbekende of ontbrekende parameters: {sorted(unknown)}"})
        return self.behave(what, asked["q"][0], asked)

    def behave(self, what, q, asked):
        if "Brandnetelstraat" in q:
            return self.say(500, {"error": "kapot"})
        if "Slakkenpad" in q:
            time.sleep(10)
        if "Druppelgang" in q:
            return self.drip()
        if "Halfweg" in q:
            return self.say(200, {"response": {}}, length=4000)
        if "Fransweg" in q:
            return self.say(200, ["bonjour"])
        return self.say(200, answer(what, self.found(q), asked))

    def found(self, q):
        if "Nergenshuizen" in q:
            return []
        if "Kaalslag" in q:
            return [{key: value for key, value in GEUZENKADE.items() if not key.startswith("centroide")}]
        if "Verderop" in q:
            return [{**GEUZENKADE, "huisnummer": 60}, {"id": "adr-1", "type": "adres", "centroide_ll": "POINT(5 52)"}]
        return [GEUZENKADE]

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        with contextlib.suppress(OSError):
            for _drop in range(100):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.2)

    def say(self, status, data, length=None):
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json;charset=utf-8")
        self.send_header("Content-Length", str(length or len(body)))
        # Who asked may have lost patience.
        with contextlib.suppress(OSError):
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *words):
        pass


def answer(what, docs, asked):
    """The form of PDOK: fl chooses the fields, a suggestion has only a few and words in bold."""
    names = set(asked["fl"][0].split(",")) if "fl" in asked else {"type", "weergavenaam", "id", "score"}
    shown = [{name: value for name, value in doc.items() if name in names} for doc in docs]
    response = {"numFound": len(docs), "start": 0, "maxScore": 21.04, "numFoundExact": True, "docs": shown}
    if what == "free":
        return {"response": response}
    bold = {doc["id"]: {"suggest": ["<b>Geuzenkade</b> <b>58</b>-<b>1</b>, 1056KN Amsterdam"]} for doc in docs}
    return {"response": response, "highlighting": bold, "spellcheck": {"suggestions": [], "collations": []}}


ThreadingHTTPServer(("127.0.0.1", PORT), Pdok).serve_forever()
