"""A profile as bytes, as a signal keeps it, and back."""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

# The first bytes say with which edition it was made.
MARK = 8
# Columns fit in two bytes.
WIDEST = 2**16
# A column (two bytes) and how much (two bytes).
PLACE = np.dtype([("column", "<u2"), ("share", "<f2")])


def mark_of(edition: str) -> bytes:
    """The edition in a few bytes."""
    return blake2b(edition.encode(), digest_size=MARK).digest()


def pack(rows: csr_matrix, *, mark: bytes) -> list[bytes]:
    """Each row as bytes."""
    places = np.empty(rows.nnz, dtype=PLACE)
    places["column"], places["share"] = rows.indices, rows.data
    ends = rows.indptr
    return [mark + places[ends[at] : ends[at + 1]].tobytes() for at in range(rows.shape[0])]


def unpack(packed: Sequence[bytes], *, width: int) -> csr_matrix:
    """Rows from bytes of one edition."""
    places = np.frombuffer(b"".join(bytes(one[MARK:]) for one in packed), dtype=PLACE)
    lengths: NDArray[np.intp] = np.array([(len(one) - MARK) // PLACE.itemsize for one in packed], dtype=np.intp)
    ends = np.concatenate([[0], np.cumsum(lengths)])
    shares = places["share"].astype(np.float32)
    return csr_matrix((shares, places["column"].astype(np.int32), ends), shape=(len(packed), width), dtype=np.float32)
