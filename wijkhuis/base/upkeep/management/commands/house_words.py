import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from wijkhuis.base.language.identity.lists import DATA, WORD, lists, plain

SOURCES = ("wijkhuis/house/directory/lexicon/*.toml", "wijkhuis/loop/signals/library/*.toml")
HEADER = """\
# Ordinary words in many languages, folded (lower case, no accents): no names, unless something around them says so.
# Made by ./huis house_words from our own lexicon and library of themes, without names and what the dictionary knows.
"""


class Command(BaseCommand):
    help = "Renew the words of our own lexicon and themes that de-identification takes for no name"
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        known = lists()
        words = {
            plain(word)
            for pattern in SOURCES
            for path in Path(settings.BASE_DIR).glob(pattern)
            for text in _texts(tomllib.loads(path.read_text("utf-8")))
            for word in WORD.findall(text)
        }
        new = sorted(
            word
            for word in words
            if word not in known.first and word not in known.last and word not in known.ordinary.dutch
        )
        (DATA / "house_words.txt").write_text(HEADER + _filled(new), "utf-8")
        self.stdout.write(f"{len(new)} words")


def _texts(value: Any) -> Iterator[str]:
    """Every string in a TOML file, whatever it is nested in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _filled(words: list[str]) -> str:
    lines: list[str] = []
    line = ""
    for word in words:
        if line and len(line) + len(word) > 150:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line, ""])
