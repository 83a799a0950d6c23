"""Words that everybody will read: nothing in them says who somebody is."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from wijkhuis.base.errors import demand
from wijkhuis.base.language.identity import Kind, find_identity
from wijkhuis.base.language.typed import clean_words
from wijkhuis.base.language.words import fold

Namer = Callable[[], Iterable[str]]
_namers: list[Namer] = []


def names_organisations(namer: Namer) -> Namer:
    """Register where a later room knows names of organisations: a housing corporation can be called "De Dijk"."""
    _namers.append(namer)
    return namer


def nameless(words: str, *, language: str = "nl") -> str:
    """Words that everybody may read; what identifies somebody is refused, and named.

    Only what is surely a name, and not of an organisation we know: here nobody can say "this is no person", as the form
    for a signal lets them. In other languages than Dutch ordinary words look like names too often (three in a hundred
    sentences of our own Turkish): there only numbers and addresses are refused.
    """
    said = clean_words(words)
    spans = find_identity(said, guessing=False)
    names = {said[span.start : span.end] for span in spans if span.type == Kind.NAME}
    harmless = names if language != "nl" else names & _of_organisations(names)
    sure = [words for span in spans if (words := said[span.start : span.end]) not in harmless]
    found = ", ".join(f"“{words}”" for words in sure)
    sentence = _("This seems to say who somebody is: %(found)s. Everybody may read this. Write it without.")
    demand(not found, sentence % {"found": found})
    return said


def _of_organisations(names: set[str]) -> set[str]:
    """Which of these are an organisation: its whole name, or two or more words of it in a row."""
    if not names:
        return set()
    known = [f" {fold(name)} " for namer in _namers for name in namer()]
    return {
        name
        for name in names
        if any(f" {fold(name)} " == one or (" " in name.strip() and f" {fold(name)} " in one) for one in known)
    }
