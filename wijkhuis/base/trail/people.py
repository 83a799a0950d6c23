"""What later rooms keep of a person beside their questions: found to show them, and to forget them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model


@dataclass(frozen=True)
class Kept:
    """One thing that is kept: the record, of which house, in words, how to forget it, and its facts."""

    about: Model
    house_id: int
    words: str
    forget: Callable[..., object]
    facts: Mapping[str, Any] = field(default_factory=dict)


Finder = Callable[[str, str], Iterable[Kept]]
_finders: list[Finder] = []


def keeps_people(finder: Finder) -> Finder:
    """Register how a later room finds what it keeps under a telephone number or an e-mail address."""
    _finders.append(finder)
    return finder


def kept_of_person(reaches: Iterable[tuple[str, str]]) -> list[Kept]:
    """What is kept under these numbers and addresses (telephone, e-mail; "" for what is unknown), each once."""
    known = {reach for reach in reaches if any(reach)}
    found = (kept for phone, email in sorted(known) for finder in _finders for kept in finder(phone, email))
    return list({(kept.about._meta.label, kept.about.pk): kept for kept in found}.values())
