"""Keeping the archive: change what is known, show or hide, take away."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.library import access
from wijkhuis.house.library.actions.adding import leave_reading
from wijkhuis.house.library.models import Document
from wijkhuis.house.library.pictures import forget_pictures

# So long a colleague can still be asked about a document.
WHO_IS_KEPT = timedelta(days=365)
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
def remove_document(document: Document, *, by: Actor) -> None:
    """Take a document away, with its file, pages and pictures."""
    demand(access.may_act(by), _("Ask the manager of the house to do this."), error=NotYours)
    record("library.document_removed", document, by=by)
    checksum = document.checksum
    document.delete()
    transaction.on_commit(lambda: forget_pictures(checksum))


def forget_who_brought() -> int:
    """Let go of who brought documents longer than a year ago; gives of how many. The journal has its own term."""
    long_ago = clock.now() - WHO_IS_KEPT
    return Document.objects.filter(added_at__lt=long_ago, added_by__isnull=False).update(added_by=None)
