"""Everything that changes who we work with."""

from wijkhuis.house.partners.actions.accounts import give_account, take_account
from wijkhuis.house.partners.actions.faces import (
    add_professional,
    change_professional,
    retire_professional,
    return_professional,
)
from wijkhuis.house.partners.actions.partnerships import change_partnership, end_partnership, start_partnership
from wijkhuis.house.partners.actions.presence import Hours, say_attendance_change, set_attendance

__all__ = [
    "Hours",
    "add_professional",
    "change_partnership",
    "change_professional",
    "end_partnership",
    "give_account",
    "retire_professional",
    "return_professional",
    "say_attendance_change",
    "set_attendance",
    "start_partnership",
    "take_account",
]
