"""Reading a file in a process of its own: whatever is in it, only that process can suffer."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import IO, Any

from django.conf import settings

# In all, and for one picture while somebody waits for it.
SECONDS_TO_READ = 600
SECONDS_TO_DRAW = 15
LARGEST_LINE = 4_000_000
LARGEST_PICTURE = 20_000_000


class CannotRead(Exception):
    """A file that cannot be read; the word says which sentence belongs to it."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def read_file(content: bytes) -> Iterator[dict[str, Any]]:
    """What stands in a file: first {"facts"}, then {"number", "words"} for each page; CannotRead when it cannot be.

    The pages come while they are read, so that a long file asks no more memory than a short one.
    """
    is_said = False
    with _reader(content, "text", seconds=SECONDS_TO_READ) as out:
        while line := out.readline(LARGEST_LINE):
            said = _understood(line)
            is_said = True
            yield said
    if not is_said:
        raise CannotRead("broken")


def draw_page(content: bytes, *, page: int, largest: int) -> tuple[dict[str, Any], bytes]:
    """The size of a page of a PDF and where its words stand, and its picture (WebP), at most so many points wide."""
    with _reader(content, f"draw {page} {largest}", seconds=SECONDS_TO_DRAW) as out:
        line = out.readline(LARGEST_LINE)
        if not line:
            raise CannotRead("broken")
        facts = _understood(line)
        return facts, out.read(LARGEST_PICTURE)


def _understood(line: bytes) -> dict[str, Any]:
    try:
        said: dict[str, Any] = json.loads(line)
    except ValueError:
        raise CannotRead("broken") from None
    if "problem" in said:
        raise CannotRead(str(said["problem"]))
    return said


@contextmanager
def _reader(content: bytes, command: str, *, seconds: float) -> Iterator[IO[bytes]]:
    """The answers of a reader that knows nothing of us: no settings, no secrets, no database. CannotRead when it fell.

    The file goes in by a file without a name, so that a large one does not wait for a pipe.
    """
    program = [sys.executable, "-m", "wijkhuis.house.library.readers", *command.split()]
    known = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    known |= {"OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        process = subprocess.Popen(  # noqa: S603
            program, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=settings.BASE_DIR, env=known
        )
    too_long = Timer(seconds, process.kill)
    too_long.start()
    try:
        assert process.stdout is not None
        yield process.stdout
        if process.wait():
            stopped = -process.returncode in (signal.SIGKILL, signal.SIGXCPU)
            raise CannotRead("too_much" if stopped else "broken")
    finally:
        too_long.cancel()
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()
