"""What a file with outlines says: which shape belongs to which code or name."""

import json
import re
from dataclasses import dataclass
from typing import Any

from wijkhuis.base.geo.shapes import Outline, outline_of

CODES = ("buurtcode", "statcode", "bu_code", "gwb_code", "code")
NAMES = ("buurtnaam", "statnaam", "bu_naam", "gwb_naam", "naam", "name")
CBS_CODE = re.compile(r"(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})")
CITIES = ("gemeentecode", "gm_code")


@dataclass(frozen=True)
class Drawn:
    """One shape of a file, and what the file calls it. Without a shape it was no outline in degrees."""

    code: str
    name: str
    city: str
    is_water: bool
    shape: Outline | None


def read_outlines(content: bytes) -> list[Drawn]:
    """The shapes in a GeoJSON FeatureCollection; ValueError with a sentence when it is none."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        raise ValueError("This is not a GeoJSON file.") from None
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise ValueError("This file has no list of features, as GeoJSON has.")
    return [_drawn(feature) for feature in features if isinstance(feature, dict)]


def is_cbs_code(word: str) -> bool:
    """Whether a word has the form of a CBS code, such as BU05180101."""
    return CBS_CODE.fullmatch(word) is not None


def _drawn(feature: dict[str, Any]) -> Drawn:
    told = feature.get("properties")
    said = {key.lower(): value for key, value in told.items()} if isinstance(told, dict) else {}
    return Drawn(
        code=_first(said, CODES).upper(),
        name=_first(said, NAMES),
        city=_first(said, CITIES).upper(),
        is_water=str(said.get("water", "")).upper() in ("JA", "TRUE", "1"),
        shape=outline_of(feature.get("geometry")),
    )


def _first(said: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of these properties that says something."""
    values = (said.get(name) for name in names)
    return next((str(value).strip() for value in values if isinstance(value, str) and value.strip()), "")
