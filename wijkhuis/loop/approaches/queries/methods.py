"""The library of ways of working: common ones are data of this room, a house adapts them and adds its own."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Q
from django.urls import reverse

from wijkhuis.base.language.words import fold
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.approaches.models import HouseMethod

FOLDER = Path(__file__).parent.parent / "methods"
OWN = "own-"
LISTS = ("first_steps", "pitfalls", "helped")
WORDS = ("name", "in_short", "what_for", "who_leads", "size", "duration", "asks", "money")


@dataclass(frozen=True)
class Method:
    """A way of working a neighbourhood can choose."""

    key: str
    name: str
    in_short: str = ""
    what_for: str = ""
    first_steps: Sequence[str] = ()
    who_leads: str = ""
    size: str = ""
    duration: str = ""
    asks: str = ""
    pitfalls: Sequence[str] = ()
    helped: Sequence[str] = ()
    money: str = ""
    fits: frozenset[str] = frozenset()
    english: str = ""
    facets: Mapping[str, str] = field(default_factory=dict)
    house: str = ""
    why: str = ""

    @property
    def url(self) -> str:
        """Its own page."""
        return reverse("approaches:method", args=[self.key])


@cache
def common_methods() -> Mapping[str, Method]:
    """All common ways of working by key, in the order of their names."""
    facets = tomllib.loads((FOLDER / "facets.toml").read_text())
    found = [
        _method(key, facts, facets.get(key, {}))
        for file in sorted(FOLDER.glob("*.toml"))
        if file.name != "facets.toml"
        for key, facts in tomllib.loads(file.read_text()).items()
    ]
    return {method.key: method for method in sorted(found, key=lambda method: fold(method.name))}


def methods_for(house: House | None, *, with_others: bool = False) -> list[Method]:
    """The common ways of working as a house does them, and its own; with what other houses added. One query."""
    ours = Q(house=house) if house else Q(pk=None)
    kept = list(HouseMethod.objects.filter(ours | Q(key="") if with_others else ours).select_related("house"))
    changed = {row.key: row for row in kept if row.key}
    common = [adapted(method, changed[key]) if key in changed else method for key, method in common_methods().items()]
    return sorted([*common, *(own_method(row) for row in kept if not row.key)], key=lambda one: fold(one.name))


def find_method(key: str, *, house: House | None = None) -> Method | None:
    """One way of working by its key: as this house does it, or as everybody."""
    if key.startswith(OWN):
        number = key.removeprefix(OWN)
        row = HouseMethod.objects.filter(pk=number, key="").select_related("house").first() if _fits(number) else None
        return own_method(row) if row else None
    method = common_methods().get(key)
    row = HouseMethod.objects.filter(house=house, key=key).select_related("house").first() if method and house else None
    return adapted(method, row) if method and row else method


def method_words(key: str, *, house: House | None = None) -> str:
    """The name of the way of working of an approach, or the own words that stand there."""
    method = find_method(key, house=house) if key else None
    return method.name if method else key


def methods_that_fit(known_as: str, methods: Sequence[Method]) -> list[Method]:
    """The ways of working written for this kind of theme, those for fewer kinds first."""
    fitting = [method for method in methods if known_as and known_as in method.fits]
    return sorted(fitting, key=lambda method: len(method.fits))


def adapted(method: Method, row: HouseMethod) -> Method:
    """A common way of working as one house does it: what the house wrote instead of what everybody reads."""
    return replace(method, **_written(row), house=row.house.name, why=row.why)


def own_method(row: HouseMethod) -> Method:
    """A way of working that a house wrote itself."""
    return Method(**{"key": f"{OWN}{row.pk}", "name": row.name, **_written(row), "house": row.house.name})


def differences(method: Method, row: HouseMethod) -> list[tuple[str, Any, Any]]:
    """What a house does otherwise: the field, what everybody reads, and what the house wrote."""
    return [(name, getattr(method, name), words) for name, words in _written(row).items()]


def _written(row: HouseMethod) -> dict[str, Any]:
    words = {name: getattr(row, name) for name in WORDS}
    lines = {name: [line.strip() for line in getattr(row, name).splitlines() if line.strip()] for name in LISTS}
    return {name: value for name, value in {**words, **lines}.items() if value}


def _method(key: str, facts: Mapping[str, Any], facets: Mapping[str, str]) -> Method:
    words = {name: " ".join(str(facts.get(name, "")).split()) for name in WORDS}
    lines = {name: tuple(facts.get(name, ())) for name in LISTS}
    english = str(facts.get("english", ""))
    said: dict[str, Any] = {**words, **lines}
    return Method(key=key, **said, fits=frozenset(facts.get("fits", ())), english=english, facets=facets)


def _fits(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) < 18
