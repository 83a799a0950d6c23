"""Encoding many texts at once: a helper process for each core, started only when there is enough to do."""

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

import numpy as np

from wijkhuis.base.language.meaning import SIZE, Numbers, encode

Thing = TypeVar("Thing")
Encode = Callable[[Sequence[str]], "Future[Numbers]"]
ROOT = Path(__file__).resolve().parents[3]
# A helper needs a second and 200 MB to begin; below this many texts one process is done sooner.
WORTH_HELP = 1500
MOST_HELPERS = 4
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
PATIENCE_SECONDS = 5


def encoded_ahead(
    things: Iterable[Thing], texts_of: Callable[[Thing], Sequence[str]], *, count: int
) -> Iterator[tuple[Thing, Numbers]]:
    """Each thing with the meaning of its texts, in order, while helpers work on what comes next.

    `count` is how many texts there are about; with few, or on one core, all is done here.
    """
    helpers = min(os.cpu_count() or 1, MOST_HELPERS) if count >= WORTH_HELP else 0
    if helpers < 2:
        yield from ((thing, encode(texts_of(thing))) for thing in things)
        return
    with _helpers(helpers) as ask:
        waiting: deque[tuple[Thing, Future[Numbers]]] = deque()
        for thing in things:
            waiting.append((thing, ask(texts_of(thing))))
            # One more than there are helpers, so that none ever waits for us.
            if len(waiting) > helpers + 1:
                first, numbers = waiting.popleft()
                yield first, numbers.result()
        for thing, last in waiting:
            yield thing, last.result()


@contextmanager
def _helpers(count: int) -> Iterator[Encode]:
    """Helpers that encode; gone when the work ends, also when it ends badly."""
    command = [sys.executable, "-m", "wijkhuis.base.language.encoding"]
    started = [
        subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, env=os.environ | ONE_THREAD, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _turn in range(count)
    ]
    free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
    for helper in started:
        free.put(helper)
    threads = ThreadPoolExecutor(count)
    try:
        yield lambda texts: threads.submit(_ask, free, list(texts))
    except BaseException:
        for helper in started:
            helper.kill()
        raise
    finally:
        threads.shutdown(cancel_futures=True)
        for helper in started:
            _let_go(helper)


def _ask(free: "SimpleQueue[subprocess.Popen[bytes]]", texts: list[str]) -> Numbers:
    """Let a helper that is free encode this; when it ended, do it here."""
    helper = free.get()
    try:
        size = len(texts) * SIZE * np.dtype(np.float32).itemsize
        answer = b""
        with suppress(OSError, ValueError):
            if helper.stdin and helper.stdout:
                helper.stdin.write(json.dumps(texts).encode() + b"\n")
                helper.stdin.flush()
                answer = helper.stdout.read(size)
        if len(answer) != size:
            return encode(texts)
        return np.frombuffer(answer, dtype=np.float32).reshape(-1, SIZE)
    finally:
        free.put(helper)


def _let_go(helper: "subprocess.Popen[bytes]") -> None:
    for pipe in (helper.stdin, helper.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
    try:
        helper.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        helper.kill()
        helper.wait()
