"""Who may do what, as a table a policy officer can read."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.house.people.models import ContactWish, Role

Kind = Role.Kind

# Roles that work with questions of residents.
DESK_KINDS = frozenset({Kind.HOST, Kind.VOLUNTEER, Kind.PROFESSIONAL, Kind.COORDINATOR})
# Roles that see the list of the whole house; volunteers and professionals see what they hold or are offered.
HOUSE_LIST_KINDS = frozenset({Kind.HOST, Kind.COORDINATOR})
# Roles that lay the questions of one household side by side, when its people agree.
HOUSEHOLD_KINDS = HOUSE_LIST_KINDS | {Kind.PROFESSIONAL}
# Roles that see who looked outside their assignment.
OVERSIGHT_KINDS = frozenset({Kind.HOUSE_MANAGER})
MANAGE_KINDS = frozenset({Kind.HOUSE_MANAGER, Kind.COORDINATOR})
STAFF_KINDS = DESK_KINDS | {Kind.HOUSE_MANAGER}
# Roles for which an e-mailed code is enough: they see only what they hold themselves.
CODE_IS_ENOUGH = frozenset({Kind.VOLUNTEER, Kind.RESIDENT_OWNER})

# What each way of hearing back needs, and how we ask for it.
NEEDED_TO_HEAR_BACK = {
    ContactWish.Way.PHONE: ("phone", _("Which number can we call?")),
    ContactWish.Way.SMS: ("phone", _("Which number can we text?")),
    ContactWish.Way.LETTER: ("postal", _("Which address can we send the letter to?")),
    ContactWish.Way.EMAIL: ("email", _("Which e-mail address can we write to?")),
}


def needs_second_factor(kinds: set[str]) -> bool:
    """Whether somebody with these roles needs a second factor: as soon as one role reaches beyond their own work."""
    return bool(kinds - CODE_IS_ENOUGH)


def is_too_heavy(*, carries: int, limit: int | None) -> bool:
    """Whether somebody carries more than the limit they set themselves."""
    return limit is not None and carries > limit
