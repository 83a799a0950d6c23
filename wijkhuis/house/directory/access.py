"""Who sees and keeps the map."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people import access, rules
from wijkhuis.house.people.models import Role

# Nobody is None: an action by the system or by somebody without an account.
Somebody = User | AnonymousUser | None

# Everybody who works in a house keeps the map fresh; the city only looks.
KEEPERS = tuple(rules.STAFF_KINDS | {Role.Kind.RESIDENT_OWNER})
# Roles that take an entry off the map and import whole lists.
MANAGERS = tuple(rules.MANAGE_KINDS)


def visible_entries(user: Somebody) -> QuerySet[Entry]:
    """What somebody may see: published entries for everybody, all of them for who keeps the map."""
    entries = Entry.objects.select_related("neighbourhood")
    return entries if may_keep_map(user) else entries.filter(is_published=True)


def may_keep_map(user: Somebody) -> bool:
    """Whether somebody may add entries and see those that are off the map."""
    return _works_somewhere(user, *KEEPERS) or _is_administrator(user)


def may_edit_entry(user: Somebody, entry: Entry) -> bool:
    """Whether somebody may correct this entry: everybody who works in a house may correct all of the map."""
    return may_keep_map(user)


def may_manage_map(user: Somebody) -> bool:
    """Whether somebody may take entries off the map and import lists."""
    return _works_somewhere(user, *MANAGERS) or _is_administrator(user)


def visible_key_people(user: Somebody) -> QuerySet[KeyPerson]:
    """Key people of the houses where somebody works; nobody else sees them."""
    if not isinstance(user, User):
        return KeyPerson.objects.none()
    houses = access.house_ids_of(user, *rules.STAFF_KINDS)
    return KeyPerson.objects.filter(house_id__in=houses).select_related("house", "agreed_with")


def may_keep_key_people(user: Somebody, house: House) -> bool:
    """Whether somebody may add and remove key people of this house."""
    return isinstance(user, User) and access.has_role(user, house, *rules.STAFF_KINDS)


def _works_somewhere(user: Somebody, *kinds: str) -> bool:
    return isinstance(user, User) and bool(access.house_ids_of(user, *kinds))


def _is_administrator(user: Somebody) -> bool:
    return isinstance(user, User) and access.is_administrator(user)
