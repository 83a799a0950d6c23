"""What this room keeps that names a key person goes when they leave."""

from wijkhuis.base.trail.forgetting import goes_with
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.fieldwork.actions import forget_tips_about


@goes_with(KeyPerson)
def forget_key_person(person: KeyPerson) -> None:
    """Tips of colleagues near their house that name them."""
    forget_tips_about(person)
