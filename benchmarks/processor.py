"""How much processor time programs take, as Linux counts it."""

import contextlib
import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def milliseconds_of(pid: int) -> float:
    """Processor time of a process and of its children, those that ended too."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]
    return sum(map(int, spent)) * 1000 / TICKS + sum(_of_child(int(child)) for child in children)


def _of_child(pid: int) -> float:
    # Who ended meanwhile counts with the parent the next time.
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return milliseconds_of(pid)
    return 0


def parent_of(pid: int) -> int:
    """The process that started this one."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
