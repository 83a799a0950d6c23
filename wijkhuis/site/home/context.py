"""What every page of staff shows on top: the house, and the way to the other rooms."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from wijkhuis.house.people import rules
from wijkhuis.house.people.access import houses_of, roles_of
from wijkhuis.house.people.here import chosen_of
from wijkhuis.house.people.models import Role


def staff_pages(request: HttpRequest) -> dict[str, Any]:
    """The house somebody works in and the pages they may open; nothing for residents."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not roles_of(user):
        return {}
    houses = houses_of(user)
    kinds = {role.kind for role in roles_of(user)}
    pages = [(address(name), label) for name, label, wanted in _pages() if kinds & wanted]
    # Of two addresses that lie in one another, only the longest is where we are.
    here = max((url for url, _label in pages if url and request.path.startswith(url)), key=len, default="")
    return {
        "house": chosen_of(houses, request=request) if houses else None,
        "my_houses": houses,
        "nav": [(url, label, url == here) for url, label in pages if url],
        "new_question_url": address("desk:desk") if kinds & rules.DESK_KINDS else None,
        "choose_house_url": address("office:choose"),
        "account_url": address("my_account"),
        "help_url": address("home:help"),
    }


def address(name: str) -> str:
    """The address of a page, empty when that page is not there."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _pages() -> list[tuple[str, str, frozenset[str]]]:
    office = rules.MANAGE_KINDS | {Role.Kind.ADMINISTRATOR}
    return [
        ("desk:my_questions", _("My questions"), rules.DESK_KINDS),
        ("desk:house_questions", _("Questions of the house"), rules.HOUSE_LIST_KINDS),
        ("desk:discussions", _("Discussions"), rules.HOUSE_LIST_KINDS),
        ("directory:entries", _("What is there"), rules.STAFF_KINDS),
        ("partners:faces", _("Who works here"), rules.STAFF_KINDS),
        ("office:office", _("Office"), frozenset(office)),
        ("steering:city", _("The city"), frozenset({Role.Kind.STEERING, Role.Kind.ADMINISTRATOR})),
    ]
