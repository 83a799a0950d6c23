"""A whole folder at once: what is in is skipped, what is wrong is told, the rest goes on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.language.helpers import encoded_ahead
from wijkhuis.base.language.meaning import Numbers
from wijkhuis.house.library import access
from wijkhuis.house.library.actions.adding import (
    LARGEST_FILE,
    Taking,
    checksum_of,
    forget_half_read,
    hold,
    is_known,
    texts_of,
)
from wijkhuis.house.library.actions.groups import Group, groups_of
from wijkhuis.house.library.models import Document
from wijkhuis.house.library.reading import CannotRead
from wijkhuis.house.library.rules.facts import column_named
from wijkhuis.house.library.rules.problems import mend_of, reason_of, remark_of
from wijkhuis.house.sources.rules.files import open_table

# About so many pieces are encoded of one file; it says whether helpers are worth their while.
TEXTS_A_FILE = 30
READABLE = {".pdf", ".docx", ".html", ".htm", ".xhtml", ".txt", ".md", ".text"}


@dataclass
class Report:
    """What became of a folder."""

    added: int = 0
    pages: int = 0
    known: int = 0
    # (name, why, how to mend it) of what was not read, and (name, what is to be known) of what was.
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Far:
    """How far an import is."""

    files: int
    all_files: int
    pages: int


class _NotWhole(Exception):
    """Strict, and one of the files was not good."""


def import_documents(
    folder: Path,
    *,
    by: Actor,
    metadata: Path | None = None,
    is_public: bool = True,
    strict: bool = False,
    tell: Callable[[Far], None] = lambda far: None,
) -> Report:
    """Read every document of a folder and its folders; strict: keep nothing unless every file is good.

    Stopped halfway, the next time goes on where it was. RuleBroken when the list of facts is no table.
    """
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    listed = listed_facts(metadata.read_bytes()) if metadata else {}
    files = files_of(folder, but=metadata)
    report = Report()
    names = {_name(file, folder) for file in files}
    report.problems += [_problem(name, "bad_row") for name in listed if name not in names]
    if not strict:
        _Import(files, folder, listed, is_public=is_public, by=by, report=report, tell=tell).take_all()
        return report
    try:
        with transaction.atomic():
            _Import(files, folder, listed, is_public=is_public, by=by, report=report, tell=tell).take_all()
            if report.problems:
                raise _NotWhole
    except _NotWhole:
        report.added = report.pages = 0
    return report


def files_of(folder: Path, *, but: Path | None = None) -> list[Path]:
    """The files of a folder, in order; links to elsewhere and hidden files are left alone."""
    root = folder.resolve()
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file()
        and file.resolve().is_relative_to(root)
        and not any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
        and (but is None or file.resolve() != but.resolve())
    )


def listed_facts(content: bytes) -> dict[str, dict[str, Any]]:
    """The facts of a list by the name of the file, as it stands in the folder."""
    headings, lines = open_table(content)
    columns = [column_named(heading) for heading in headings]
    demand("file" in columns, _("The list of facts needs a column file with the names of the files."))
    found = {}
    for line in lines:
        facts = dict(zip(columns, line.cells, strict=False))
        name = str(facts.pop("file", "") or "").strip().replace("\\", "/").removeprefix("./")
        if name:
            found[name] = {key: value for key, value in facts.items() if key}
    return found


@dataclass(frozen=True)
class _Piece:
    """Some pages of one file of the folder; with the first comes the file itself."""

    name: str
    content: bytes | None
    group: Group


class _Import:
    """One folder on its way in: files are read here, meanings found by helpers, and pages kept in the same order."""

    def __init__(
        self,
        files: list[Path],
        folder: Path,
        listed: Mapping[str, Mapping[str, Any]],
        *,
        is_public: bool,
        by: Actor,
        report: Report,
        tell: Callable[[Far], None],
    ) -> None:
        self._files, self._folder, self._listed = files, folder, listed
        self._is_public, self._by, self._report, self._tell_far = is_public, by, report, tell
        self._begun = self._pages_now = 0
        self._taking: Taking | None = None

    def take_all(self) -> None:
        """Take every file in, and write down what was wrong."""
        pieces = self._pieces()
        first = next(pieces, None)
        if first:
            count = (len(self._files) - self._begun) * TEXTS_A_FILE
            for piece, numbers in encoded_ahead(chain([first], pieces), lambda one: texts_of(one.group), count=count):
                self._take(piece, numbers)
        self._begun = len(self._files)
        self._tell()

    def _pieces(self) -> Iterator[_Piece]:
        """What is new, piece by piece; what is known or cannot be opened is reported on the way."""
        for name, content in _contents(self._files, self._folder):
            self._tell()
            if content is None:
                self._report.problems.append(_problem(name, _why_not(self._files[self._begun])))
            elif is_known(checksum_of(content)):
                self._report.known += 1
            else:
                for at, group in enumerate(groups_of(content)):
                    yield _Piece(name, content if at == 0 else None, group)
            self._begun += 1

    def _take(self, piece: _Piece, numbers: Numbers) -> None:
        try:
            if piece.content is not None:
                self._taking = self._begin(piece.name, piece.content)
            if self._taking:
                self._taking.take(piece.group, numbers)
        except CannotRead as problem:
            if problem.word == "known":
                self._report.known += 1
            else:
                self._report.problems.append(_problem(piece.name, problem.word))
                if self._taking:
                    forget_half_read(self._taking.document)
            self._taking, self._pages_now = None, 0
            return
        if self._taking and piece.group.is_last:
            self._count(piece.name, self._taking.document)

    def _begin(self, name: str, content: bytes) -> Taking:
        self._taking = None
        facts = self._listed.get(name) or self._listed.get(Path(name).name) or {}
        # Only the file name: where it lay on somebody's disk is nobody's business.
        document = hold(content, file_name=Path(name).name, by=self._by, is_public=self._is_public, listed=facts)
        return Taking(document, by=self._by, listed=facts, tell=self._tell_pages)

    def _count(self, name: str, document: Document) -> None:
        self._report.added, self._report.pages = self._report.added + 1, self._report.pages + document.pages
        self._pages_now = 0
        if document.remark:
            self._report.remarks.append((name, remark_of(document.remark)))

    def _tell_pages(self, pages: int) -> None:
        self._pages_now = pages
        self._tell()

    def _tell(self) -> None:
        """How far it is, with the pages of the file that is being kept."""
        self._tell_far(Far(self._begun, len(self._files), self._report.pages + self._pages_now))


def _contents(files: list[Path], folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """Each file with its bytes; None when it cannot or need not be opened."""
    for file in files:
        content = None
        if file.suffix.lower() in READABLE:
            try:
                content = file.read_bytes() if file.stat().st_size <= LARGEST_FILE else None
            except OSError:
                content = None
        yield _name(file, folder), content


def _why_not(file: Path) -> str:
    if file.suffix.lower() not in READABLE:
        return {".doc": "old_office", ".xls": "old_office"}.get(file.suffix.lower(), "unknown_kind")
    try:
        return "too_large" if file.stat().st_size > LARGEST_FILE else "out_of_reach"
    except OSError:
        return "out_of_reach"


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _problem(name: str, word: str) -> tuple[str, str, str]:
    return name, reason_of(word), mend_of(word)
