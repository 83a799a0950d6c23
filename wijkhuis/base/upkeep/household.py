"""Keeping a few processes together: they start as one, and end as one."""

import contextlib
import ctypes
import fcntl
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

SECONDS_TO_START = 60
SECONDS_TO_END = 25
# After a crash the old web server needs a moment to let go of its port.
SECONDS_TO_LET_GO = 10
SET_DEATH_SIGNAL = 1


class HouseholdTrouble(Exception):
    """The processes could not start, or one of them ended; the text says which."""


@contextlib.contextmanager
def only_one(lock: Path, *, address: str) -> Iterator[None]:
    """Refuse a second demo in the same folder; a crashed one does not count."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise HouseholdTrouble(f"The demo is running already, at {file.read().strip()}") from None
        file.truncate(0)
        file.write(address)
        file.flush()
        yield


def claim_port(port: int) -> None:
    """Wait until the port is free, or say that somebody keeps it."""
    until = time.monotonic() + SECONDS_TO_LET_GO
    while True:
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
                return
            except OSError:
                if time.monotonic() > until:
                    raise HouseholdTrouble(
                        f"Port {port} is in use by another program. Choose another one: HUIS_PORT=8001 ./huis demo"
                    ) from None
        time.sleep(0.5)


@contextlib.contextmanager
def together(commands: dict[str, list[str]]) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """Start these processes, and end all of them at the end, also when this process is killed."""
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in commands.items():
            # A group of their own: Ctrl-C reaches only us, and we end them in peace.
            running[name] = subprocess.Popen([sys.executable, *command], process_group=0, preexec_fn=end_with_parent)
        yield running
    finally:
        for process in running.values():
            process.terminate()
        for process in running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(SECONDS_TO_END)
            process.kill()


def end_with_parent() -> None:
    """Ask Linux to end this process when its parent is gone, however that happened."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_DEATH_SIGNAL, signal.SIGTERM)


def wait_for_page(url: str, running: dict[str, subprocess.Popen[bytes]]) -> None:
    """Wait until a page answers."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + SECONDS_TO_START
    problem: object = "no answer"
    while time.monotonic() < until:
        refuse_the_dead(running)
        try:
            direct.open(url, timeout=20)
            return
        except urllib.error.HTTPError as error:
            raise HouseholdTrouble(f"{url} answers {error.code}") from None
        except OSError as error:
            problem = error
        time.sleep(0.2)
    raise HouseholdTrouble(f"{url} does not answer: {problem}")


def wait_for_the_end(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """Stay until one of the processes ends."""
    while True:
        refuse_the_dead(running)
        time.sleep(0.5)


def refuse_the_dead(running: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, process in running.items():
        if process.poll() is not None:
            raise HouseholdTrouble(f"The {name} ended by itself ({process.returncode}); its last words are above.")


def end_politely_on(*signals: signal.Signals) -> None:
    """Treat a request to end like Ctrl-C."""

    def interrupt(*_ignored: object) -> None:
        raise KeyboardInterrupt

    for one in signals:
        signal.signal(one, interrupt)
