"""What a page is found by: its words, the parts of its long words, and what it means."""

import re
from collections.abc import Sequence, Set

import numpy as np
from django.db import connection

from wijkhuis.base.language.meaning import LONGEST, encode
from wijkhuis.base.language.words import fold
from wijkhuis.house.library.models import Document
from wijkhuis.house.library.rules.compounds import SHORTEST, all_parts, everyday_words

# The first so many pieces of a page are read for its meaning; their mean is what the page means.
MOST_PIECES = 4
SHORTEST_PIECE = 80
_LONG = re.compile(rf"[a-z]{{{SHORTEST},}}")

KEEP_PAGES = """
INSERT INTO library_documentpage (document_id, number, words, search, meaning)
SELECT %s::bigint, number, words, setweight(to_tsvector('dutch', title), 'A') || to_tsvector('dutch', folded), meaning
FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::bytea[]) AS page (number, words, title, folded, meaning)
"""


def known_words() -> frozenset[str]:
    """Words that long words may be made of."""
    return everyday_words()


def index_pages(document: Document, pages: Sequence[tuple[int, str]], *, known: Set[str]) -> None:
    """Keep pages (number, words) with all that they are found by; the title is found on the first page."""
    if not pages:
        return
    titles, folded = [], []
    for number, words in pages:
        plain = fold(words)
        titles.append(fold(f"{document.title} {document.author}") if number == 1 else "")
        folded.append(f"{plain} {' '.join(all_parts(sorted(set(_LONG.findall(plain))), known))}")
    numbers, texts = [number for number, _words in pages], [words for _number, words in pages]
    with connection.cursor() as cursor:
        cursor.execute(KEEP_PAGES, [document.pk, numbers, texts, titles, folded, meanings_of(texts)])


def meanings_of(pages: Sequence[str]) -> list[bytes]:
    """What each page means: 512 numbers of 16 bits, the mean of its first pieces; nothing for a page without words.

    The encoder reads 600 letters, so a page is read in pieces of that length.
    """
    pieces = [_pieces(words) for words in pages]
    numbers = encode([piece for some in pieces for piece in some])
    found, at = [], 0
    for some in pieces:
        if not some:
            found.append(b"")
            continue
        mean = numbers[at : at + len(some)].sum(axis=0)
        at += len(some)
        found.append((mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float16).tobytes())
    return found


def _pieces(words: str) -> list[str]:
    line = " ".join(words.split())
    pieces: list[str] = []
    while line and len(pieces) < MOST_PIECES:
        at = line.rfind(" ", LONGEST // 2, LONGEST) if len(line) > LONGEST else len(line)
        at = at if at > 0 else LONGEST
        if len(line[:at]) >= SHORTEST_PIECE or not pieces:
            pieces.append(line[:at])
        line = line[at:].lstrip()
    return pieces
