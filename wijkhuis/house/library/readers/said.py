"""What a reader says about a file, line by line."""

from collections.abc import Iterator
from typing import Any

# One line: {"facts": {...}} first, then {"number": 1, "words": "..."} for every page.
Said = Iterator[dict[str, Any]]

# More than this of one page is not read: no page that people can read is longer.
LONGEST_PAGE = 50_000
MOST_PAGES = 5_000
# What a file may become when it is unpacked, and how much larger than it was.
LARGEST_UNPACKED = 300 * 1024 * 1024


class Unreadable(Exception):
    """A file that cannot be read; the word says which sentence belongs to it (rules/problems.py)."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word
