"""Reading from an address of somebody else: with patience, limits, and never from inside our own network."""

import time
from collections.abc import Callable, Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import SOCK_STREAM, getaddrinfo
from typing import Any
from urllib.parse import quote, urlsplit

import requests
from django.conf import settings
from django.utils.translation import gettext as _
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ReadTimeoutError

from wijkhuis.base.errors import RuleBroken
from wijkhuis.house.sources.hsds.opening import ORGANIZATIONS, SERVICES, objects_in, parse
from wijkhuis.house.sources.hsds.values import Thing, text_of, things

MOST_BYTES_A_PAGE = 20 * 1024 * 1024
MOST_PAGES = 10_000
PER_PAGE = 100
CONNECT_SECONDS, SILENCE_SECONDS, PAGE_SECONDS = 5, 20, 60
MOST_WAITS, LONGEST_WAIT = 10, 60
# An IPv4 address stands at the end of these (NAT64; and the old way to write one).
TRANSLATORS = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))
Get = Callable[..., Any]


class InsideOurNetwork(Exception):
    """An address leads to a machine that is not on the public internet."""


def read_address(address: str) -> Iterator[tuple[str, Any]]:
    """Objects of an API, page after page, or of a file at an address; RuleBroken when it does not answer well."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise RuleBroken(_("This is not an address that we can read. It looks like https://www.example.nl/hsds/v3/."))
    with _session() as session:
        asked = _Asking(session)
        first = asked.get(address)
        if isinstance(first, dict) and "contents" not in first and ("openapi_url" in first or "version" in first):
            base = address.split("?")[0].rstrip("/")
            yield from asked.pages(f"{base}/organizations", ORGANIZATIONS, may_be_missing=True)
            yield from asked.pages(f"{base}/services", SERVICES)
        elif isinstance(first, dict) and isinstance(first.get("contents"), list):
            yield from asked.pages(_without_page(address), ORGANIZATIONS if "organi" in parts.path else SERVICES)
        else:
            yield from objects_in(first)


class _Asking:
    """One reading of one source; counts how often it had to wait."""

    def __init__(self, session: requests.Session) -> None:
        self.session = session
        self.waits = 0

    def pages(self, address: str, hint: str, *, may_be_missing: bool = False) -> Iterator[tuple[str, Any]]:
        """All objects of a list, page after page, until the last one."""
        seen: set[str] = set()
        for number in range(1, MOST_PAGES + 1):
            wishes = {"page": number, "per_page": PER_PAGE, "full": "true"}
            page = self.get(address, wishes, may_be_missing=may_be_missing and number == 1)
            if page is None:
                return
            if not isinstance(page, dict) or not isinstance(page.get("contents"), list):
                raise RuleBroken(_("This address answers, but not with a page of the standard (HSDS 3)."))
            fresh = [one for one in things(page["contents"]) if text_of(one.get("id")) not in seen]
            if page["contents"] and not fresh:
                raise RuleBroken(_("This source gives the same page again and again. Nothing was kept."))
            seen.update(text_of(one.get("id")) for one in fresh)
            for one in self._whole(fresh, address, hint):
                yield hint, one
            if not page["contents"] or page.get("last_page") is True or number >= _last(page, number):
                return
        raise RuleBroken(_("This source has no last page. Nothing was kept."))

    def _whole(self, page: list[Thing], address: str, hint: str) -> Iterator[Thing]:
        """Whole objects; a source that gives only summaries is asked for each."""
        summaries = hint == SERVICES and not any(isinstance(value, list) for one in page for value in one.values())
        for one in page:
            own = f"{address.split('?')[0]}/{quote(text_of(one.get('id')), safe='')}"
            details = self.get(own, may_be_missing=True) if summaries else one
            yield details if isinstance(details, dict) else one

    def get(self, address: str, wishes: dict[str, Any] | None = None, *, may_be_missing: bool = False) -> Any:
        """One answer as JSON; None when it is allowed not to be there."""
        while True:
            status, wait, body = _ask(self.session, address, wishes)
            if status != 429 or self.waits >= MOST_WAITS:
                break
            self.waits += 1
            time.sleep(min(wait, LONGEST_WAIT))
        if may_be_missing and status in (404, 405, 501):
            return None
        if status != 200:
            raise RuleBroken(_("This source answered with %(status)d. Try again later.") % {"status": status})
        return parse(body)


def _without_page(address: str) -> str:
    """The address of a list, whatever page of it somebody copied."""
    base, _mark, asked = address.partition("?")
    kept = [part for part in asked.split("&") if part and part.split("=")[0] not in ("page", "per_page", "full")]
    return f"{base}?{'&'.join(kept)}" if kept else base


def _last(page: Thing, number: int) -> int:
    """The number of the last page; a source that does not say goes on until a page is empty."""
    total = page.get("total_pages")
    return total if isinstance(total, int) and page.get("last_page") is not False else number + 1


def _ask(session: requests.Session, address: str, wishes: dict[str, Any] | None) -> tuple[int, int, bytes]:
    """Status, seconds to wait, and the body, of one question."""
    ends_at = time.monotonic() + PAGE_SECONDS
    try:
        with session.get(address, params=wishes, timeout=(CONNECT_SECONDS, SILENCE_SECONDS), stream=True) as answer:
            body = b""
            # What is there now, however little: so that a trickle cannot outlast the clock.
            while piece := answer.raw.read1(65536, decode_content=True):
                body += piece
                if len(body) > MOST_BYTES_A_PAGE:
                    raise RuleBroken(_("One page of this source is too big for us. Ask for smaller pages."))
                if time.monotonic() > ends_at:
                    raise RuleBroken(_("This source is too slow. Try again later."))
            wait = answer.headers.get("Retry-After", "")
            return answer.status_code, int(wait) if wait.isdigit() else 5, body
    except InsideOurNetwork:
        raise RuleBroken(_("This address leads into our own network. We do not read there.")) from None
    except requests.TooManyRedirects:
        raise RuleBroken(_("This address sends us on and on.")) from None
    except (requests.Timeout, TimeoutError, ReadTimeoutError):
        raise RuleBroken(_("This source is too slow. Try again later.")) from None
    except (requests.RequestException, ValueError, OSError):
        raise RuleBroken(
            _("This source does not answer, or stops halfway. Look whether the address is right.")
        ) from None


def _session() -> requests.Session:
    session = requests.Session()
    # No proxy and no password from the environment; at most three times sent on.
    session.trust_env = False
    session.max_redirects = 3
    session.headers.update({"Accept": "application/json", "User-Agent": "wijkhuis"})
    for scheme in ("http://", "https://"):
        session.mount(scheme, _CarefulAdapter())
    return session


class _Careful:
    """Looks where a connection really leads, before a word is said; so a redirect or a changed name gets nowhere."""

    def _new_conn(self) -> Any:
        # First by name, so that nobody learns which doors inside are open; then where it really led.
        places = getaddrinfo(str(self.host), int(self.port), type=SOCK_STREAM)  # type: ignore[attr-defined]
        if not all(may_visit(str(self.host), str(place[4][0])) for place in places):  # type: ignore[attr-defined]
            raise InsideOurNetwork
        opened = super()._new_conn()  # type: ignore[misc]
        if not may_visit(str(self.host), opened.getpeername()[0]):  # type: ignore[attr-defined]
            opened.close()
            raise InsideOurNetwork
        return opened


class _CarefulHttp(_Careful, HTTPConnection):
    pass


class _CarefulHttps(_Careful, HTTPSConnection):
    pass


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _CarefulHttp


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _CarefulHttps


class _CarefulAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}


def may_visit(host: str, address: str) -> bool:
    """Whether a machine is on the public internet, or the installation says that it may be read."""
    found = ip_address(address.split("%")[0])
    return host in settings.SOURCE_HOSTS or all(one.is_global and not one.is_multicast for one in _ends(found))


def _ends(found: IPv4Address | IPv6Address) -> Sequence[IPv4Address | IPv6Address]:
    """Where an address leads: the IPv4 addresses at the end of a translator or a tunnel, or else itself."""
    if isinstance(found, IPv4Address):
        return [found]
    last = IPv4Address(int(found) & 0xFFFFFFFF)
    told = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    return [one for one in told if one] + [last for network in TRANSLATORS if found in network] or [found]
