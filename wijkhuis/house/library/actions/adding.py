"""A document comes in: kept first, then read page by page, and there for others when all of it is read."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.language.helpers import encoded_ahead
from wijkhuis.base.language.meaning import Numbers
from wijkhuis.base.language.words import tidy
from wijkhuis.base.queue import leave_work_named
from wijkhuis.house.library import access
from wijkhuis.house.library.actions.groups import Group, groups_of
from wijkhuis.house.library.actions.indexing import index_pages, pieces_of
from wijkhuis.house.library.models import Document, DocumentFile, DocumentPage
from wijkhuis.house.library.reading import CannotRead
from wijkhuis.house.library.rules.facts import facts_of

LARGEST_FILE = 60 * 1024 * 1024


def hold(
    content: bytes, *, file_name: str, by: Actor, is_public: bool, listed: Mapping[str, Any] | None = None
) -> Document:
    """Keep a file, not yet read. CannotRead when it is too large or was read before.

    Half read before: that one; taken out of the archive before: it is back, as it was known.
    """
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    if len(content) > LARGEST_FILE:
        raise CannotRead("too_large")
    checksum = checksum_of(content)
    if is_known(checksum):
        raise CannotRead("known")
    if removed := Document.objects.filter(checksum=checksum, read_at__isnull=False).first():
        return _bring_back(removed, is_public=is_public, by=by)
    facts = facts_of(file_name, listed=listed)
    held, _is_new = Document.objects.update_or_create(
        checksum=checksum,
        defaults={
            **facts,
            "file_name": tidy(file_name)[-200:],
            "is_public": is_public,
            "added_by": by.user,
            "added_at": clock.now(),
            "problem": "",
            "removed_at": None,
        },
    )
    DocumentFile.objects.get_or_create(document=held, defaults={"content": content})
    return held


def _bring_back(document: Document, *, is_public: bool, by: Actor) -> Document:
    document.is_public = is_public and document.remark != "holds_bsn"
    document.removed_at, document.added_by, document.added_at = None, by.user, clock.now()
    document.save(update_fields=["is_public", "removed_at", "added_by", "added_at"])
    record("library.document_put_back", document, by=by)
    return document


def checksum_of(content: bytes) -> str:
    """What tells files apart, whatever their names."""
    return hashlib.sha256(content).hexdigest()


def is_known(checksum: str) -> bool:
    """Whether a file was read before, to the end, and is in the archive."""
    return Document.objects.filter(checksum=checksum, read_at__isnull=False, removed_at=None).exists()


@transaction.atomic
def ask_reading(
    files: Iterable[tuple[str, bytes]], *, is_public: bool, listed: Mapping[str, Any], by: Actor
) -> tuple[list[Document], list[tuple[str, str]]]:
    """Keep files that somebody brought and leave the reading to a worker; gives those, and (name, why) of others."""
    held, refused = [], []
    for name, content in files:
        try:
            held.append(hold(content, file_name=name, by=by, is_public=is_public, listed=listed))
        except CannotRead as problem:
            refused.append((name, problem.word))
    for document in held:
        leave_reading(document)
    return held, refused


def leave_reading(document: Document) -> None:
    """Let a worker read a document, once."""
    leave_work_named("library.read_one", once=f"library.read:{document.pk}", document_id=document.pk)


def read_waiting(document_id: int) -> None:
    """Read a document that waits, and write down what was wrong with it."""
    waiting = Document.objects.filter(pk=document_id, read_at=None, removed_at=None, problem="")
    document = waiting.select_related("added_by").first()
    if document is None:
        return
    try:
        read_document(document, by=Actor(user=document.added_by) if document.added_by else SYSTEM)
    except CannotRead as problem:
        document.sheets.all().delete()
        # By now it may be gone.
        Document.objects.filter(pk=document.pk).update(problem=problem.word, pages_done=0)


def read_document(
    document: Document,
    *,
    by: Actor,
    content: bytes | None = None,
    listed: Mapping[str, Any] | None = None,
    tell: Callable[[int], None] | None = None,
) -> None:
    """Read all pages, a few at a time; CannotRead when it is broken, and then a part of it may be there."""
    groups = groups_of(bytes(document.file.content) if content is None else content)
    taking = Taking(document, by=by, listed=listed, tell=tell)
    for group, numbers in encoded_ahead(groups, texts_of, count=0):
        taking.take(group, numbers)


def texts_of(group: Group) -> list[str]:
    """What is encoded of a group."""
    return [piece for _number, words in group.pages for piece in pieces_of(words)]


class Taking:
    """A document while its pages come in."""

    def __init__(
        self,
        document: Document,
        *,
        by: Actor,
        listed: Mapping[str, Any] | None = None,
        tell: Callable[[int], None] | None = None,
    ) -> None:
        self.document, self._by, self._listed, self._tell = document, by, listed, tell
        self._remarks: set[str] = set()
        self._empty = 0

    def take(self, group: Group, numbers: Numbers) -> None:
        """Keep a group with the meaning of its texts; CannotRead when something was wrong, or somebody stopped it."""
        document = self.document
        _demand_wanted(document)
        if group.facts is not None:
            document.sheets.all().delete()
            _take_facts(document, group.facts, self._listed)
        if group.problem:
            raise CannotRead(group.problem)
        self._remarks |= group.remarks
        self._empty += sum(1 for _number, words in group.pages if not words)
        with transaction.atomic():
            index_pages(document, group.pages, numbers)
            document.pages_done += len(group.pages)
            Document.objects.filter(pk=document.pk).update(pages_done=document.pages_done)
        if self._tell:
            self._tell(document.pages_done)
        if group.is_last:
            _finish(document, remarks=self._remarks, empty=self._empty, by=self._by)


def _demand_wanted(document: Document) -> None:
    """Go on reading only what nobody stopped or took away in the meantime."""
    wanted = Document.objects.filter(pk=document.pk, removed_at=None).exclude(problem="stopped")
    if not wanted.exists():
        raise CannotRead("stopped")


def _take_facts(document: Document, found: Mapping[str, Any], listed: Mapping[str, Any] | None) -> None:
    """What the file says about itself, where nobody said otherwise."""
    said = dict(listed or {})
    if listed is None:
        # Somebody typed these when bringing the file; what they left empty comes from the file.
        plain = facts_of(document.file_name)
        typed = {"author": document.author, "year": document.year, "licence": document.licence, "kind": document.kind}
        typed["title"] = "" if document.title == plain["title"] else document.title
        typed["kind"] = "" if document.kind == plain["kind"] else document.kind
        said = {name: value for name, value in typed.items() if value}
    for name, value in facts_of(document.file_name, listed=said, found=found).items():
        setattr(document, name, value)
    document.format = found.get("format", Document.Format.TEXT)
    document.pages_done = 0
    document.save()


@transaction.atomic
def _finish(document: Document, *, remarks: set[str], empty: int, by: Actor) -> None:
    """Show what was read; with a citizen service number in it only to staff."""
    _demand_wanted(document)
    if not document.pages_done:
        raise CannotRead("empty")
    if empty:
        remarks.add("no_text" if empty == document.pages_done else "some_without_text")
    weightiest = ("holds_bsn", "too_many_pages", "no_text", "some_without_text")
    document.remark, document.problem = next((word for word in weightiest if word in remarks), ""), ""
    document.is_public = document.is_public and "holds_bsn" not in remarks
    document.pages, document.read_at = document.pages_done, clock.now()
    document.save()
    record("library.document_added", document, by=by)


def forget_half_read(document: Document) -> None:
    """Let go of a document that could not be read."""
    DocumentPage.objects.filter(document=document).delete()
    document.delete()
