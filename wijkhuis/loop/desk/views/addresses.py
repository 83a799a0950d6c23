"""Addresses of pages that may not be there."""

from django.urls import NoReverseMatch, reverse


def address_of(name: str, *args: object) -> str:
    """The address of a page, empty when that page is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
