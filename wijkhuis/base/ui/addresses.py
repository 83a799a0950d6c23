"""Addresses of many records at once."""

from collections.abc import Callable

from django.urls import reverse


def addresses_of(name: str) -> Callable[[int], str]:
    """Gives the address of each record by its id; the router is asked once, because a list asks for thirty."""
    before, after = reverse(name, args=[0]).rsplit("0", 1)
    return lambda pk: f"{before}{pk}{after}"
