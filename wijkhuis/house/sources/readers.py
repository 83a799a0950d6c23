"""How the address of a source is read, by its form; a form without a reader is read from a file only."""

from collections.abc import Callable, Iterator

from wijkhuis.house.sources.hsds.reading import read_hsds
from wijkhuis.house.sources.rules.problems import Problem
from wijkhuis.house.sources.rules.said import Said

# Reads an address page by page; RuleBroken with a sentence when it does not answer, or not with what it should.
Reader = Callable[[str], Iterator[Said | Problem]]

READERS: dict[str, Reader] = {"hsds": read_hsds}
