"""Visitors: some connections at once, each for one page as a proxy makes them, and how long each answer took.

One process with plain sockets, because the visitors share the machine with the house.
"""

import json
import selectors
import socket
import statistics
import sys
import time
from dataclasses import dataclass, field
from typing import NoReturn
from urllib.parse import urlencode


@dataclass
class Line:
    """One connection: whose turn it is, when it began, and what came back so far."""

    pipe: socket.socket
    turn: int
    asked_at: float
    answer: bytearray = field(default_factory=bytearray)


def visit(port: int, rows: list[dict], seconds: float, connections: int) -> dict[str, float]:
    """Open the pages in turn over so many connections; milliseconds per answer."""
    asked = [written(port, row) for row in rows]
    times: list[float] = []
    wrong = 0
    waiting = selectors.DefaultSelector()
    for turn in range(connections):
        ask(port, asked, turn=turn, waiting=waiting)
    end = time.perf_counter() + seconds
    while waiting.get_map():
        for key, _event in waiting.select(timeout=30) or stop("no answer in thirty seconds"):
            line = key.data
            line.answer += line.pipe.recv(1 << 16) or stop("the web server closed a connection too early")
            if not is_whole(line.answer):
                continue
            times.append((time.perf_counter() - line.asked_at) * 1000)
            wrong += not line.answer.startswith(b"HTTP/1.1 200 ")
            waiting.unregister(line.pipe)
            line.pipe.close()
            if time.perf_counter() < end:
                ask(port, asked, turn=line.turn + connections, waiting=waiting)
    cuts = statistics.quantiles(times, n=100)
    return {"answers": len(times), "wrong": wrong, "p50": cuts[49], "p95": cuts[94], "own": time.process_time()}


def written(port: int, row: dict) -> bytes:
    """One request as it goes over the line."""
    body = urlencode(row["data"] or {})
    head = [f"{'POST' if body else 'GET'} {row['path']} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Connection: close"]
    head += [f"{name}: {value}" for name, value in row["headers"].items()]
    return "\r\n".join([*head, f"Content-Length: {len(body)}", "", body]).encode()


def ask(port: int, asked: list[bytes], *, turn: int, waiting: selectors.BaseSelector) -> None:
    """Make a connection and send the request whose turn it is; waiting at the door counts."""
    began = time.perf_counter()
    pipe = socket.create_connection(("127.0.0.1", port))
    pipe.sendall(asked[turn % len(asked)])
    waiting.register(pipe, selectors.EVENT_READ, Line(pipe, turn, began))


def is_whole(answer: bytearray) -> bool:
    """Whether all of an answer arrived; every page of the house says its length."""
    head, gap, body = answer.partition(b"\r\n\r\n")
    if not gap:
        return False
    length = head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]
    return len(body) >= int(length)


def stop(sentence: str) -> NoReturn:
    raise SystemExit(sentence)


if __name__ == "__main__":
    task = json.loads(sys.stdin.read())
    print(json.dumps(visit(**task)))
