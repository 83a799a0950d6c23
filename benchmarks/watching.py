"""Watching a command of the house as somebody before a terminal does, and perhaps stopping it."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from typing import Any

from benchmarks.lists import memory_of

_BAR = re.compile(r"(\d+) (?:of|van) \d+ ")


def watched(command: list[str], *, stop_at: int = 0, by: signal.Signals = signal.SIGINT) -> dict[str, Any]:
    """Run a command of the house before a terminal, perhaps stop it, and tell what it took."""
    watcher, terminal = pty.openpty()
    start, spent = time.monotonic(), processor()
    process = subprocess.Popen(
        [sys.executable, "manage.py", *command], stderr=terminal, stdout=subprocess.PIPE, text=True
    )
    os.close(terminal)
    seen = Seen()
    while process.poll() is None:
        seen.look(watcher, process.pid)
        if stop_at and seen.files >= stop_at and not seen.stopped:
            seen.stopped = time.monotonic()
            process.send_signal(by)
    seen.look(watcher, process.pid)
    os.close(watcher)
    said = process.stdout.read() if process.stdout else ""
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    figures = seen.figures() | {"seconds": time.monotonic() - start, "processor": processor() - spent}
    figures |= {"known": numbers[2] if len(numbers) > 2 else 0}
    print(f"{ {name: value for name, value in figures.items() if name != 'output'} } {said}", file=sys.stderr)
    return figures


class Seen:
    """What somebody who watches sees: what was told, when, and how much memory is in use."""

    def __init__(self) -> None:
        self.output = ""
        self.files = self.told = 0
        self.stopped = self.silence = 0.0
        self.last = time.monotonic()
        self.memory: list[float] = []

    def look(self, watcher: int, pid: int) -> None:
        """Read what was told and measure, about four times a second."""
        if select.select([watcher], [], [], 0.25)[0]:
            try:
                some = os.read(watcher, 65536).decode(errors="replace")
            except OSError:
                some = ""
            self.output += some
            if bars := _BAR.findall(some):
                self.files, self.told = int(bars[-1]), self.told + 1
                self.silence, self.last = max(self.silence, time.monotonic() - self.last), time.monotonic()
        if not self.memory or time.monotonic() - self.measured > 0.5:
            self.measured = time.monotonic()
            self.memory.append(memory_of(pid))

    def figures(self) -> dict[str, Any]:
        """The same as figures."""
        early = self.memory[: max(len(self.memory) // 4, 1)]
        stopping = time.monotonic() - self.stopped if self.stopped else 0
        told = {"told": self.told, "silence": self.silence, "stopping": stopping, "output": self.output}
        return told | {"memory": max(self.memory, default=0), "memory early": max(early)}


def processor() -> float:
    """Seconds of processor of this process and of all that it waited for."""
    times = os.times()
    return times.children_user + times.children_system
