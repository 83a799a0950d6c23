"""What is there, found from what somebody says."""

from wijkhuis.house.directory.queries.search import Found, search_entries, search_key_people

__all__ = ["Found", "search_entries", "search_key_people"]
