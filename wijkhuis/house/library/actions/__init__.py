"""Everything that changes the archive."""

from wijkhuis.house.library.actions.adding import ask_reading, hold, read_waiting
from wijkhuis.house.library.actions.importing import import_documents
from wijkhuis.house.library.actions.keeping import (
    change_document,
    forget_who_brought,
    read_again,
    remove_document,
    show_document,
)

__all__ = [
    "ask_reading",
    "change_document",
    "forget_who_brought",
    "hold",
    "import_documents",
    "read_again",
    "read_waiting",
    "remove_document",
    "show_document",
]
