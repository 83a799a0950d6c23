"""Who sees the figures of the city."""

from wijkhuis.base.accounts.models import User
from wijkhuis.house.people.access import is_administrator, is_steering


def may_see_figures(user: User) -> bool:
    """The municipality's steering role, and the administrator; both see no person anywhere."""
    return is_steering(user) or is_administrator(user)
