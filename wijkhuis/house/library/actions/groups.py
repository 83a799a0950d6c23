"""A document as it is read: some pages at a time, so that a long one asks no more memory than a short one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wijkhuis.base.batches import batches
from wijkhuis.base.language.words import holds_bsn, tidy
from wijkhuis.house.library.reading import CannotRead, read_file

# Pages kept together; so much of a document is in memory at once.
AT_ONCE = 32


@dataclass(frozen=True)
class Group:
    """Some pages (number, words) in their order; the facts come with the first, what was wrong with the last."""

    pages: list[tuple[int, str]] = field(default_factory=list)
    remarks: frozenset[str] = frozenset()
    facts: dict[str, Any] | None = None
    is_last: bool = False
    # A word of rules/problems.py.
    problem: str = ""


def groups_of(content: bytes) -> Iterator[Group]:
    """The pages of a file in groups; at least one, and a file that cannot be read ends with its problem."""
    lines = read_file(content)
    try:
        yield Group(facts=next(lines, {}).get("facts", {}))
        for some in batches(lines, size=AT_ONCE):
            yield _group(some)
        yield Group(is_last=True)
    except CannotRead as problem:
        yield Group(is_last=True, problem=problem.word)


def _group(lines: list[dict[str, Any]]) -> Group:
    pages = [(int(line["number"]), tidy(line["words"])) for line in lines if "words" in line]
    remarks = {str(line["remark"]) for line in lines if "remark" in line}
    if any(holds_bsn(words) for _number, words in pages):
        remarks.add("holds_bsn")
    return Group(pages=pages, remarks=frozenset(remarks))
