"""What a page is found by: its words, the parts of its long words, and what it means."""

import re
from collections.abc import Sequence

import numpy as np
from django.db import connection

from wijkhuis.base.language.meaning import LONGEST, Numbers
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


def index_pages(document: Document, pages: Sequence[tuple[int, str]], numbers: Numbers) -> None:
    """Keep pages (number, words) with all that they are found by; the title is found on the first page.

    `numbers` holds the meaning of the pieces of every page, one after the other.
    """
    if not pages:
        return
    known, titles, folded = everyday_words(), [], []
    for number, words in pages:
        plain = fold(words)
        titles.append(fold(f"{document.title} {document.author}") if number == 1 else "")
        folded.append(f"{plain} {' '.join(all_parts(sorted(set(_LONG.findall(plain))), known))}")
    places, texts = [number for number, _words in pages], [words for _number, words in pages]
    with connection.cursor() as cursor:
        cursor.execute(KEEP_PAGES, [document.pk, places, texts, titles, folded, _meanings(texts, numbers)])


def _meanings(pages: Sequence[str], numbers: Numbers) -> list[bytes]:
    """What each page means: 512 numbers of 16 bits, the mean of its first pieces; nothing for a page without words."""
    found, at = [], 0
    for count in map(len, map(pieces_of, pages)):
        mean = numbers[at : at + count].sum(axis=0)
        at += count
        found.append((mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float16).tobytes() if count else b"")
    return found


def pieces_of(words: str) -> list[str]:
    """The beginning of a page in pieces as long as the encoder reads (600 letters)."""
    line = " ".join(words.split())
    pieces: list[str] = []
    while line and len(pieces) < MOST_PIECES:
        at = line.rfind(" ", LONGEST // 2, LONGEST) if len(line) > LONGEST else len(line)
        at = at if at > 0 else LONGEST
        if len(line[:at]) >= SHORTEST_PIECE or not pieces:
            pieces.append(line[:at])
        line = line[at:].lstrip()
    return pieces
