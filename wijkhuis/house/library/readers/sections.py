"""Texts without pages of their own, cut into pieces that read as a page."""

from collections.abc import Iterable, Iterator

LONG = 3_000
# A new heading begins a new page when there is at least this much before it.
ENOUGH = 1_500
HEADING = "# "


def pages_of(paragraphs: Iterable[tuple[bool, str]]) -> Iterator[str]:
    """Pages of about 3,000 letters, a new one at a heading when it can; paragraphs are (is it a heading, words)."""
    page: list[str] = []
    length = 0
    for is_heading, words in paragraphs:
        for piece in _pieces(" ".join(words.split())):
            if page and (length + len(piece) > LONG * 1.2 or length >= (ENOUGH if is_heading else LONG)):
                yield "\n\n".join(page)
                page, length = [], 0
            page.append(f"{HEADING}{piece}" if is_heading and len(piece) < 200 else piece)
            length += len(piece)
    if page:
        yield "\n\n".join(page)


def numbered(paragraphs: Iterable[tuple[bool, str]]) -> Iterator[dict[str, object]]:
    """The same pages as lines that a reader says."""
    for number, words in enumerate(pages_of(paragraphs), start=1):
        yield {"number": number, "words": words}


def _pieces(words: str) -> Iterator[str]:
    """A paragraph as it is, or cut at a space when it is longer than a page."""
    while len(words) > LONG:
        at = words.rfind(" ", LONG // 2, LONG)
        at = at if at > 0 else LONG
        yield words[:at]
        words = words[at:].lstrip()
    if words:
        yield words
