"""Visitors: some connections that open pages one after the other, and how long each answer took."""

import http.client
import json
import statistics
import sys
import threading
import time
from urllib.parse import urlencode


def visit(port: int, rows: list[dict], seconds: float, connections: int) -> dict[str, float]:
    """Open the pages in turn over so many connections; milliseconds per answer."""
    times: list[float] = []
    wrong: list[int] = []
    end = time.monotonic() + seconds

    def one(number: int) -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        turn = number
        while time.monotonic() < end:
            row = rows[turn % len(rows)]
            turn += connections
            body = urlencode(row["data"]) if row["data"] else None
            start = time.perf_counter()
            line.request("POST" if body else "GET", row["path"], body, row["headers"])
            answer = line.getresponse()
            answer.read()
            times.append((time.perf_counter() - start) * 1000)
            if answer.status != 200:
                wrong.append(answer.status)

    threads = [threading.Thread(target=one, args=[number]) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cuts = statistics.quantiles(times, n=100)
    return {"answers": len(times), "wrong": len(wrong), "p50": cuts[49], "p95": cuts[94]}


if __name__ == "__main__":
    task = json.loads(sys.stdin.read())
    print(json.dumps(visit(**task)))
