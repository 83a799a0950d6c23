"""What every page means, in the memory of this process: read once, and what is new when somebody searches."""

import time
from collections.abc import Mapping
from datetime import datetime
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from wijkhuis.base.language.meaning import SIZE
from wijkhuis.house.library.models import Document, DocumentPage

Numbers = NDArray[np.float32]
Ids = NDArray[np.int64]

# What was taken away is gone from memory at the first search after so many seconds; it is found no more at once.
SECONDS_KEPT = 60


class Meanings:
    """Pages as arrays: number of the page (record), of its document, and what it means (n x 512)."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._read: dict[int, datetime] = {}
        self._looked = 0.0
        self.pages: Ids = np.zeros(0, dtype=np.int64)
        self.documents: Ids = np.zeros(0, dtype=np.int64)
        self._vectors: Numbers = np.zeros((0, SIZE), dtype=np.float32)

    def fits(self, asked: Numbers, visible: Mapping[int, datetime]) -> tuple[Ids, Numbers]:
        """The pages of these documents (with when each was read), and how much each means what was asked."""
        with self._lock:
            self._follow(visible)
            pages, documents, vectors = self.pages, self.documents, self._vectors
        likeness = vectors @ asked
        there = np.isin(documents, np.fromiter(visible, dtype=np.int64, count=len(visible)))
        return pages[there], likeness[there]

    def _follow(self, visible: Mapping[int, datetime]) -> None:
        """Read what is new, and let go of what is no longer there."""
        new = [pk for pk, at in visible.items() if self._read.get(pk) != at]
        if not new and time.monotonic() - self._looked < SECONDS_KEPT:
            return
        there = set(Document.objects.values_list("pk", flat=True)) - set(new)
        self._looked = time.monotonic()
        if new or not there.issuperset(self._read):
            self._renew(new, there)
            self._read = {pk: at for pk, at in self._read.items() if pk in there} | {pk: visible[pk] for pk in new}

    def _renew(self, new: list[int], there: set[int]) -> None:
        rows = DocumentPage.objects.filter(document__in=new).exclude(meaning=b"").order_by("pk")
        found = list(rows.values_list("pk", "document_id", "meaning"))
        kept = np.isin(self.documents, np.fromiter(there, dtype=np.int64, count=len(there)))
        numbers = np.frombuffer(b"".join(bytes(row[2]) for row in found), dtype=np.float16).reshape(-1, SIZE)
        self.pages = np.concatenate([self.pages[kept], np.array([row[0] for row in found], dtype=np.int64)])
        self.documents = np.concatenate([self.documents[kept], np.array([row[1] for row in found], dtype=np.int64)])
        self._vectors = np.concatenate([self._vectors[kept], numbers.astype(np.float32)])


MEANINGS = Meanings()
