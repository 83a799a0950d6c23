"""Everything that changes the archive."""

from wijkhuis.house.library.actions.adding import ask_reading, hold, read_waiting
from wijkhuis.house.library.actions.importing import import_documents
from wijkhuis.house.library.actions.keeping import (
    change_document,
    delete_document,
    delete_what_was_removed,
    forget_who_brought,
    put_back_document,
    read_again,
    remove_document,
    show_document,
    stop_reading,
)

__all__ = [
    "ask_reading",
    "change_document",
    "delete_document",
    "delete_what_was_removed",
    "forget_who_brought",
    "hold",
    "import_documents",
    "put_back_document",
    "read_again",
    "read_waiting",
    "remove_document",
    "show_document",
    "stop_reading",
]
