"""Reading the archive."""

from wijkhuis.house.library.queries.search import Hit, Narrowing, search_archive

__all__ = ["Hit", "Narrowing", "search_archive"]
