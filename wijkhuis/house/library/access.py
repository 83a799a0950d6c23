"""Who sees which document."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.library.models import Document, DocumentPage
from wijkhuis.house.people.access import house_ids_of, is_administrator
from wijkhuis.house.people.rules import MANAGE_KINDS, STAFF_KINDS

Somebody = User | AnonymousUser | None


def visible_documents(user: Somebody) -> QuerySet[Document]:
    """What was read: for everybody what is for everyone, for staff all of it."""
    documents = Document.objects.filter(read_at__isnull=False, removed_at=None)
    return documents if _sees_all(user) else documents.filter(is_public=True)


def visible_pages(user: Somebody) -> QuerySet[DocumentPage]:
    """The pages of documents that somebody sees."""
    return DocumentPage.objects.filter(document__in=visible_documents(user)).select_related("document")


def visible_to_manager(user: Somebody) -> QuerySet[Document]:
    """Every document, also those that wait or could not be read, for who keeps the archive."""
    return _of_manager(user).filter(removed_at=None)


def removed_documents(user: Somebody) -> QuerySet[Document]:
    """What was taken out and can still be put back, for who keeps the archive."""
    return _of_manager(user).filter(removed_at__isnull=False)


def _of_manager(user: Somebody) -> QuerySet[Document]:
    return Document.objects.all() if may_keep_archive(user) else Document.objects.none()


def may_keep_archive(user: Somebody) -> bool:
    """Whether somebody may add documents, change what is known about them and take them away."""
    return isinstance(user, User) and (bool(house_ids_of(user, *MANAGE_KINDS)) or is_administrator(user))


def may_act(by: Actor) -> bool:
    """The same for an action; the system may, from the command line."""
    return may_keep_archive(by.user) or (by.user is None and by.label == "system")


def may_take_along(user: Somebody, document: Document) -> bool:
    """Whether somebody may have the file: staff always, others when its licence allows it."""
    return _sees_all(user) or document.may_be_taken_along


def _sees_all(user: Somebody) -> bool:
    return isinstance(user, User) and (bool(house_ids_of(user, *STAFF_KINDS)) or is_administrator(user))
