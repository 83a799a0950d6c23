"""Holding a partnership and the faces of a partner until a transaction ends, always before any question of theirs."""

from collections.abc import Iterable

from wijkhuis.house.partners.models import Partnership, Professional


def hold_partnership(tie: Partnership) -> None:
    """The partnership as it is now: two people at once wait for each other."""
    tie.refresh_from_db(fields=["ended_on"], from_queryset=Partnership.objects.select_for_update(no_key=True))


def hold_professional(professional: Professional) -> None:
    """The face as it is now: two people at once wait for each other."""
    professional.refresh_from_db(from_queryset=Professional.objects.select_for_update(no_key=True))


def hold_professionals(numbers: Iterable[int]) -> dict[int, Professional]:
    """The same for several faces, by their numbers, always in the same order."""
    found = Professional.objects.select_for_update(no_key=True, of=("self",)).select_related("user", "partner")
    return {face.pk: face for face in found.filter(pk__in=set(numbers)).order_by("pk")}
