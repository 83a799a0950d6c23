"""How people really speak, per topic: the headings and lines of the folder `lexicon`."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "lexicon"
# The languages in which people speak here; nl_new is the Dutch of who is still learning it.
SPOKEN = ("nl", "nl_new", "tr", "ar", "en", "pl", "uk", "ru", "fr", "pap", "es")


@dataclass(frozen=True)
class Topic:
    """One heading: what people say about it, and how professionals name what helps."""

    key: str
    name: str
    english: str
    said: tuple[str, ...]
    formal: tuple[str, ...]

    def name_in(self, language: str) -> str:
        """The name of the topic: Dutch, and English for who reads that."""
        return self.english if language == "en" else self.name


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic of the lexicon, in the order of the files and headings."""
    return tuple(
        _topic(key, lines)
        for path in sorted(FOLDER.glob("*.toml"))
        for key, lines in tomllib.loads(path.read_text("utf-8")).items()
    )


@cache
def topic_named(key: str) -> Topic:
    """The topic with this heading. KeyError when there is none."""
    return {topic.key: topic for topic in topics()}[key]


@cache
def edition() -> str:
    """A name for the lexicon as it is now; another line is another edition."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _topic(key: str, lines: dict[str, str]) -> Topic:
    return Topic(
        key=key,
        name=lines["name"],
        english=lines["english"],
        said=tuple(line for language in SPOKEN for line in _lines(lines[language])),
        formal=(lines["name"], *_lines(lines["formal"]), *_lines(lines["like"])),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
