"""Who somebody is at a partner."""

from wijkhuis.base.accounts.models import User
from wijkhuis.house.partners.models import Professional


def professional_of(user: User) -> Professional | None:
    """The face that belongs to somebody's account; asked of the database once per request."""
    known: Professional | bool | None = getattr(user, "_professional", False)
    if isinstance(known, bool):
        known = Professional.objects.filter(user=user, left_on=None).select_related("partner").first()
        user._professional = known  # type: ignore[attr-defined]
    return known
