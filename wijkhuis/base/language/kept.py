"""What is computed from the data of this edition once, and kept in a folder of the house for every process."""

import fcntl
import shutil
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

# What is kept is read back by the code and the library that made it; raise FORM when either is kept otherwise.
FORM = 2


def where_kept(name: str, *, edition: str) -> Path:
    """Where the folder of this edition lies, whether somebody made it already or not."""
    folder: Path = settings.HUIS_HOME / name / f"{edition}-{FORM}-{version('scikit-learn')}"
    return folder


def kept_folder(name: str, *, edition: str, prepare: Callable[[Path], None]) -> Path:
    """The folder with what `prepare` made of this edition; the first process that asks makes it, the others wait.

    Earlier editions of the same name go. What stops halfway leaves nothing that looks ready.
    """
    ready = where_kept(name, edition=edition)
    ready.parent.mkdir(parents=True, exist_ok=True)
    with (ready.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            _make(ready, prepare)
    return ready


def _make(ready: Path, prepare: Callable[[Path], None]) -> None:
    for old in ready.parent.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    making = ready.with_name(f"{ready.name}.making")
    making.mkdir()
    prepare(making)
    making.rename(ready)
