"""Keeping the archive: change what is known, show or hide, take away."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.house.library import access
from wijkhuis.house.library.actions.adding import leave_reading
from wijkhuis.house.library.models import Document
from wijkhuis.house.library.pictures import forget_pictures

# So long a colleague can still be asked about a document.
WHO_IS_KEPT = timedelta(days=365)
CAN_BE_PUT_BACK = timedelta(days=7)
FACTS = ("title", "author", "year", "language", "kind", "licence")


@transaction.atomic
def change_document(document: Document, facts: dict[str, Any], *, by: Actor) -> None:
    """Correct what is known about a document."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    for name in FACTS:
        setattr(document, name, facts[name])
    document.save(update_fields=FACTS)
    record("library.document_changed", document, by=by)


@transaction.atomic
def show_document(document: Document, *, is_public: bool, by: Actor) -> None:
    """Show a document to everyone, or to staff only."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    document.is_public = is_public
    document.save(update_fields=["is_public"])
    record("library.document_shown" if is_public else "library.document_hidden", document, by=by)


@transaction.atomic
def read_again(document: Document, *, by: Actor) -> None:
    """Try once more to read a document that could not be read."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    demand(document.read_at is None, _("This document was read already."))
    document.problem = ""
    document.save(update_fields=["problem"])
    leave_reading(document)


@transaction.atomic
def stop_reading(*, by: Actor) -> int:
    """Stop reading everything that waits or is being read; gives of how many. Each can be read again."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    waiting = list(Document.objects.select_for_update().filter(read_at=None, removed_at=None, problem=""))
    Document.objects.filter(pk__in=[document.pk for document in waiting]).update(problem="stopped")
    for document in waiting:
        record("library.reading_stopped", document, by=by)
    return len(waiting)


@transaction.atomic
def remove_document(document: Document, *, by: Actor) -> None:
    """Take a document out of the archive: nobody finds it, and for some days it can be put back."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    document.removed_at = clock.now()
    document.save(update_fields=["removed_at"])
    record("library.document_removed", document, by=by)


@transaction.atomic
def put_back_document(document: Document, *, by: Actor) -> None:
    """Put a document back that was taken out, for whom it was before; what was not read yet is read."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    document.removed_at = None
    document.save(update_fields=["removed_at"])
    record("library.document_put_back", document, by=by)
    if document.read_at is None and not document.problem:
        leave_reading(document)


@transaction.atomic
def delete_document(document: Document, *, by: Actor) -> None:
    """Delete a document for good, with its file, pages and pictures."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    record("library.document_deleted", document, by=by)
    checksum = document.checksum
    document.delete()
    transaction.on_commit(lambda: forget_pictures(checksum))


def delete_what_was_removed() -> int:
    """Delete for good what was taken out longer ago than it can be put back; gives of how many."""
    gone = list(Document.objects.filter(removed_at__lt=clock.now() - CAN_BE_PUT_BACK))
    for document in gone:
        delete_document(document, by=SYSTEM)
    return len(gone)


def forget_who_brought() -> int:
    """Let go of who brought documents longer than a year ago; gives of how many. The journal has its own term."""
    long_ago = clock.now() - WHO_IS_KEPT
    return Document.objects.filter(added_at__lt=long_ago, added_by__isnull=False).update(added_by=None)
