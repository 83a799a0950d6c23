"""Who may do what, as a table a policy officer can read."""

from wijkhuis.house.people.models import Role

Kind = Role.Kind

# Roles that work with questions of residents.
DESK_KINDS = frozenset({Kind.HOST, Kind.VOLUNTEER, Kind.PROFESSIONAL, Kind.COORDINATOR})
# Roles that see the list of the whole house; volunteers and professionals see what they hold or are offered.
HOUSE_LIST_KINDS = frozenset({Kind.HOST, Kind.COORDINATOR})
# Roles that see who looked outside their assignment.
OVERSIGHT_KINDS = frozenset({Kind.HOUSE_MANAGER})
MANAGE_KINDS = frozenset({Kind.HOUSE_MANAGER, Kind.COORDINATOR})
STAFF_KINDS = DESK_KINDS | {Kind.HOUSE_MANAGER}
# Roles for which an e-mailed code is enough: they see only what they hold themselves.
CODE_IS_ENOUGH = frozenset({Kind.VOLUNTEER, Kind.RESIDENT_OWNER})


def needs_second_factor(kinds: set[str]) -> bool:
    """Whether somebody with these roles needs a second factor: as soon as one role reaches beyond their own work."""
    return bool(kinds - CODE_IS_ENOUGH)


def is_too_heavy(*, carries: int, limit: int | None) -> bool:
    """Whether somebody carries more than the limit they set themselves."""
    return limit is not None and carries > limit
