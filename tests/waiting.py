"""Waiting for what other processes do: long enough for a slow machine, no longer than it takes."""

import time

PATIENCE = 90


def wait_until(true, *, seconds=PATIENCE):
    """Look again and again until it is true; after so many seconds the test fails."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "this did not happen in time"
        time.sleep(0.05)
