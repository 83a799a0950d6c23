"""A whole folder at once: what is in is skipped, what is wrong is told, the rest goes on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.library import access
from wijkhuis.house.library.actions.adding import LARGEST_FILE, forget_half_read, hold, read_document
from wijkhuis.house.library.reading import CannotRead
from wijkhuis.house.library.rules.facts import column_named
from wijkhuis.house.library.rules.problems import mend_of, reason_of, remark_of
from wijkhuis.house.sources.rules.files import open_table

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
        _take_all(files, folder, listed, is_public=is_public, by=by, report=report, tell=tell)
        return report
    try:
        with transaction.atomic():
            _take_all(files, folder, listed, is_public=is_public, by=by, report=report, tell=tell)
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


def _take_all(
    files: list[Path],
    folder: Path,
    listed: Mapping[str, Mapping[str, Any]],
    *,
    is_public: bool,
    by: Actor,
    report: Report,
    tell: Callable[[Far], None],
) -> None:
    for count, (name, content) in enumerate(_contents(files, folder)):
        far = Far(count, len(files), report.pages)
        tell(far)
        # Only the file name: where it lay on somebody's disk is nobody's business.
        facts = listed.get(name) or listed.get(Path(name).name) or {}
        try:
            if content is None:
                raise CannotRead(_why_not(files[count]))
            _take_one(
                content, name, facts, is_public=is_public, by=by, report=report, tell=partial(_further, tell, far)
            )
        except CannotRead as problem:
            if problem.word == "known":
                report.known += 1
            else:
                report.problems.append(_problem(name, problem.word))
    tell(Far(len(files), len(files), report.pages))


def _further(tell: Callable[[Far], None], far: Far, pages: int) -> None:
    tell(replace(far, pages=far.pages + pages))


def _take_one(
    content: bytes,
    name: str,
    facts: Mapping[str, Any],
    *,
    is_public: bool,
    by: Actor,
    report: Report,
    tell: Callable[[int], None],
) -> None:
    document = hold(content, file_name=Path(name).name, by=by, is_public=is_public, listed=facts)
    try:
        read_document(document, content=content, listed=facts, by=by, tell=tell)
    except CannotRead:
        forget_half_read(document)
        raise
    report.added, report.pages = report.added + 1, report.pages + document.pages
    if document.remark:
        report.remarks.append((name, remark_of(document.remark)))


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
