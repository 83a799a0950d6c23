"""The archive: documents and their pages."""

from wijkhuis.house.library.models.documents import Document, DocumentFile, DocumentPage

__all__ = ["Document", "DocumentFile", "DocumentPage"]
