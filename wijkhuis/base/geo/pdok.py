"""The Locatieserver of PDOK, version 3.1: open, without a key; it refuses parameters it does not know."""

import json
import logging
import re
from time import monotonic
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from wijkhuis.base.geo.places import NOT_HEARD, Answer, Place, Suggestion

log = logging.getLogger(__name__)

# Seconds to connect, seconds to wait for words.
PATIENCE = (3, 5)
# Seconds for the whole of an answer, however slowly it drips.
LONGEST = 8
TRIES = 2
# More than this is not an answer to one address.
LARGEST_ANSWER = 1_000_000
POINT = re.compile(r"^POINT\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)$")
FIELDS = "id,weergavenaam,postcode,woonplaatsnaam,provincienaam,nummeraanduiding_id,buurtcode,huisnummer,centroide_ll"
NUMBER = re.compile(r"\d+")


class Locatieserver:
    """Asks PDOK. What goes wrong there is a line in the log here, and an empty answer."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    def ask(self, address: str, postcode: str = "", town: str = "") -> Answer:
        """Where this address is; a street without its number is not an answer to an address with one."""
        words = " ".join(part for part in (address, postcode.replace(" ", ""), town) if part.strip())
        if not address.strip():
            return NOT_HEARD
        heard = self._get("free", {"q": words, "fq": "type:adres", "fl": FIELDS, "rows": "5"})
        if heard is None:
            return NOT_HEARD
        fitting = (doc for doc in heard if _fits(doc, address, postcode))
        return Answer(next((place for doc in fitting if (place := _place(doc))), None), was_heard=True)

    def suggest(self, text: str) -> list[Suggestion]:
        """Addresses that begin like this."""
        if len(text.strip()) < 2:
            return []
        heard = self._get("suggest", {"q": text[:200], "fq": "type:adres", "rows": "7"}) or []
        return [Suggestion(_word(doc, "id"), _word(doc, "weergavenaam")) for doc in heard if _word(doc, "weergavenaam")]

    def _get(self, what: str, asked: dict[str, str]) -> list[dict[str, Any]] | None:
        """The documents of an answer; None when there was none, also not the second time."""
        for _attempt in range(TRIES):
            try:
                return _documents(self._open(what, asked))
            except (requests.RequestException, HTTPError, ValueError) as problem:
                # Without the words of the problem: these hold the address that was asked for.
                log.warning("the geocoder did not answer: %s", type(problem).__name__)
        return None

    def _open(self, what: str, asked: dict[str, str]) -> requests.Response:
        plain = {"Accept": "application/json", "Accept-Encoding": "identity"}
        return requests.get(f"{self.url}/{what}", params=asked, headers=plain, timeout=PATIENCE, stream=True)


def _documents(answer: requests.Response) -> list[dict[str, Any]]:
    with answer:
        answer.raise_for_status()
        data = json.loads(_body(answer))
    found = data.get("response", {}) if isinstance(data, dict) else {}
    documents = found.get("docs") if isinstance(found, dict) else None
    if not isinstance(documents, list):
        raise ValueError("another form")
    return [doc for doc in documents if isinstance(doc, dict)]


def _body(answer: requests.Response) -> bytes:
    """What was sent, read as it comes; ValueError when it is too much or takes too long."""
    body, until = b"", monotonic() + LONGEST
    while part := answer.raw.read1(65_536):
        body += part
        if len(body) > LARGEST_ANSWER or monotonic() > until:
            raise ValueError("too much or too slow")
    return body


def _fits(doc: dict[str, Any], address: str, postcode: str) -> bool:
    """The same house number and the same postcode, as far as both say one."""
    numbers, number = NUMBER.findall(address), doc.get("huisnummer")
    said, asked = _word(doc, "postcode"), postcode.replace(" ", "").upper()
    return (number is None or not numbers or str(number) in numbers) and (not said or not asked or said == asked)


def _place(doc: dict[str, Any]) -> Place | None:
    """A document as a place; None without a point on earth. The point has its longitude first."""
    point = POINT.match(_word(doc, "centroide_ll"))
    if not point:
        return None
    longitude, latitude = float(point[1]), float(point[2])
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        return None
    return Place(
        latitude=latitude,
        longitude=longitude,
        postcode=_word(doc, "postcode")[:7],
        town=_word(doc, "woonplaatsnaam")[:80],
        province=_word(doc, "provincienaam")[:40],
        bag_id=_word(doc, "nummeraanduiding_id")[:16],
        neighbourhood_code=_word(doc, "buurtcode")[:10],
        words=_word(doc, "weergavenaam"),
    )


def _word(doc: dict[str, Any], name: str) -> str:
    value = doc.get(name)
    return value.replace("\x00", "") if isinstance(value, str) else ""
