"""Vectors turned so that their first numbers say most: with those alone, most of a long list is ruled out.

Nothing is lost by it: how much the other numbers could still add is known, and who may matter is compared in full.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkhuis.house.directory.rules.ranking import Numbers

# So many numbers come first: of the 512 of a sentence they hold nearly all (nineteen twentieths of its length).
FIRST = 128


@dataclass(frozen=True)
class Turned:
    """So many vectors (n x d) after one turn (d x d) that keeps all lengths and angles."""

    turn: Numbers
    first: Numbers
    rest: Numbers
    # How long the rest of each is (n).
    length: Numbers

    @classmethod
    def of(cls, vectors: Numbers, turn: Numbers | None = None) -> "Turned":
        """Turn them (n x d) so that the first numbers say most of these, or as others were turned."""
        if turn is None:
            _sizes, directions = np.linalg.eigh(vectors.T @ vectors)
            turn = np.ascontiguousarray(directions[:, ::-1], dtype=np.float32)
        turned = vectors @ turn
        rest = np.ascontiguousarray(turned[:, FIRST:])
        length = np.linalg.norm(rest, axis=1).astype(np.float32)
        return cls(turn=turn, first=np.ascontiguousarray(turned[:, :FIRST]), rest=rest, length=length)

    def asked(self, vector: Numbers) -> "Compared":
        """Compare them all with one vector (d)."""
        turned = vector @ self.turn
        near, rest = self.first @ turned[:FIRST], turned[FIRST:]
        return Compared(near=near, slack=self.length * np.linalg.norm(rest), rest=rest, turned=self)


@dataclass(frozen=True)
class Compared:
    """How alike vectors are to one that was asked: surely between `near - slack` and `near + slack` (n each)."""

    near: Numbers
    slack: Numbers
    rest: Numbers
    turned: Turned

    def exactly(self, rows: NDArray[np.intp]) -> Numbers:
        """How alike these are."""
        found: Numbers = self.near[rows] + self.turned.rest[rows] @ self.rest
        return found
