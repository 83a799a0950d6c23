"""The translations of every room: collect its strings, keep its catalogues up to date, compile them."""

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.utils.translation.template import templatize

# Holds every string; the other languages hold what residents read, and nl_Informal only what differs from nl.
ALWAYS = "nl"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


@dataclass(frozen=True)
class Shelf:
    """One catalogue: a room in a language."""

    room: Path
    language: str

    @property
    def path(self) -> Path:
        return self.room / "locale" / self.language / "LC_MESSAGES" / "django.po"

    def read(self) -> Catalog:
        """What is written down now."""
        text = self.path.read_bytes() if self.path.exists() else b""
        return read_po(io.BytesIO(text), locale=self.language.split("_")[0])


def shelves(root: Path) -> Iterator[tuple[Shelf, dict[tuple[str, ...], Message]]]:
    """Every catalogue that should exist, with the strings of its room."""
    for room in rooms(root):
        strings = strings_of(room)
        languages = {folder.name for folder in (room / "locale").glob("*") if folder.is_dir()}
        if strings:
            languages.add(ALWAYS)
        for language in sorted(languages):
            yield Shelf(room, language), strings


def rooms(root: Path) -> list[Path]:
    """The folders of the rooms, from the ground up."""
    installed = [Path(app.path) for app in apps.get_app_configs()]
    return [path for path in installed if path.is_relative_to(root / "wijkhuis")]


def strings_of(room: Path) -> dict[tuple[str, ...], Message]:
    """All strings a person can see, by context and words."""
    found: dict[tuple[str, ...], Message] = {}
    for path in sources(room):
        for message in strings_in(path):
            found.setdefault(key(message), message)
    return found


def strings_in(path: Path) -> Iterator[Message]:
    """The strings of one Python file or template."""
    text = path.read_text()
    if path.suffix != ".py":
        # Between brackets the indentation of a template means nothing to Python's tokenizer.
        text = f"({templatize(text)}\n)"
    for _line, function, words, remarks in extract_python(io.BytesIO(text.encode()), KEYWORDS, ["Translators:"], {}):
        if message := understand(function, words, remarks):
            yield message


def sources(room: Path) -> list[Path]:
    """The Python files and templates of a room; loose modules of the ground storey speak through its first room."""
    files = [*room.rglob("*.py"), *room.glob("templates/**/*.html"), *room.glob("templates/**/*.txt")]
    if room.name == "ui":
        files += [*room.parent.glob("*.py"), *room.parent.glob("language/**/*.py")]
    return sorted(file for file in files if not {"tests", "migrations"} & set(file.parts[len(room.parts) :]))


def understand(function: Any, words: Any, remarks: Any) -> Message | None:
    """One call in the source as a message, when its words are literal."""
    parts = list(words) if isinstance(words, tuple | list) else [words]
    context = parts.pop(0) if "pgettext" in function else None
    singular_and_plural = parts[:2] if "ngettext" in function or "npgettext" in function else parts[:1]
    if not all(isinstance(part, str) and part for part in singular_and_plural):
        return None
    identity = tuple(singular_and_plural) if len(singular_and_plural) > 1 else singular_and_plural[0]
    return Message(identity, context=context, auto_comments=remarks)


def renewed(shelf: Shelf, strings: dict[tuple[str, ...], Message]) -> str:
    """The text of the catalogue as it should be: sorted, without line numbers, with the translations it has."""
    old = {key(message): message for message in shelf.read() if message.id}
    fresh = Catalog(locale=shelf.language.split("_")[0], charset="utf-8")
    for identity in sorted(strings):
        message, known = strings[identity], old.get(identity)
        if shelf.language != ALWAYS and not (known and known.string):
            continue
        fresh.add(
            message.id,
            known.string if known else None,
            context=message.context,
            flags=(known.flags if known else set()) | message.flags,
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
        )
    out = io.BytesIO()
    write_po(out, fresh, width=120, no_location=True, omit_header=True)
    return HEADER.format(language=shelf.language, plural=fresh.plural_forms) + out.getvalue().decode().strip() + "\n"


def update(root: Path) -> list[Path]:
    """Write the catalogues that changed, and give their paths."""
    changed = []
    for shelf, strings in shelves(root):
        text = renewed(shelf, strings)
        if not shelf.path.exists() or shelf.path.read_text() != text:
            shelf.path.parent.mkdir(parents=True, exist_ok=True)
            shelf.path.write_text(text)
            changed.append(shelf.path)
    return changed


def problems(root: Path) -> list[str]:
    """What keeps the translations from being finished, one sentence each."""
    said: dict[tuple[str, ...], tuple[object, Path]] = {}
    found = []
    for shelf, strings in shelves(root):
        where = shelf.path.relative_to(root)
        if not shelf.path.exists() or shelf.path.read_text() != renewed(shelf, strings):
            found.append(f"{where} is out of date: run ./huis messages")
        for message in shelf.read():
            if message.id:
                found += [f"{where}: {problem}" for problem in faults(message, shelf)]
            if message.id and shelf.language == ALWAYS and message.string:
                before, room = said.setdefault(key(message), (message.string, where))
                if before != message.string:
                    found.append(
                        f"{where}: {message.id!r} is said differently in {room}; only one of them is ever shown"
                    )
    return found


def faults(message: Message, shelf: Shelf) -> list[str]:
    """What is wrong with one translation."""
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if "fuzzy" in message.flags:
        return [f"{message.id!r} is marked fuzzy"]
    if not all(said):
        return [f"{message.id!r} is not translated"] if shelf.language == ALWAYS else []
    return [f"{message.id!r}: {error}" for error in message.check(Catalog(locale=shelf.language.split("_")[0]))]


def compile_catalogues(root: Path) -> int:
    """Make the files that Django reads, where they are older than the text; gives how many."""
    made = 0
    for path in sorted((root / "wijkhuis").glob("*/*/locale/*/LC_MESSAGES/django.po")):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        catalogue = Shelf(path.parents[3], path.parents[1].name).read()
        half = target.with_name(f"{target.name}.{os.getpid()}")
        with half.open("wb") as file:
            write_mo(file, catalogue)
        half.replace(target)
        made += 1
    return made


def key(message: Message) -> tuple[str, ...]:
    """What makes a string one string: its words, then its context."""
    first = message.id if isinstance(message.id, str) else message.id[0]
    return (first, message.context or "")
