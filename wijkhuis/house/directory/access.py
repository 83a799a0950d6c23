"""Who sees and keeps the map."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.house.directory.models import Check, Entry, HouseNote, KeyPerson
from wijkhuis.house.directory.rules.freshness import limits
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
    """What somebody may see: for everybody what is published and looked at within a year, for who keeps the map all."""
    if may_keep_map(user):
        return Entry.objects.select_related("neighbourhood")
    return shown_to_everybody(known_after=limits(clock.today()).inactive)


def shown_to_everybody(*, known_after: date) -> QuerySet[Entry]:
    """What is published, and looked at after the last day of what is inactive (`limits`)."""
    return Entry.objects.select_related("neighbourhood").filter(is_published=True).known_after(known_after)


def visible_to_systems() -> QuerySet[Entry]:
    """What is published, also what nobody looked at for a year: other systems hear of each whether it is active."""
    return Entry.objects.select_related("neighbourhood").filter(is_published=True)


def may_keep_map(user: Somebody) -> bool:
    """Whether somebody may add entries and see those that are off the map."""
    return _works_somewhere(user, *KEEPERS) or _is_administrator(user)


def may_edit_entry(user: Somebody, entry: Entry) -> bool:
    """Whether somebody may correct this entry: everybody who works in a house may correct all of the map."""
    return may_keep_map(user)


def may_manage_map(user: Somebody) -> bool:
    """Whether somebody may take entries off the map and import lists."""
    return _works_somewhere(user, *MANAGERS) or _is_administrator(user)


def visible_checks(user: Somebody) -> QuerySet[Check]:
    """Questions to keepers and their answers: for who keeps the map."""
    return Check.objects.select_related("entry", "house") if may_keep_map(user) else Check.objects.none()


def visible_house_notes(user: Somebody) -> QuerySet[HouseNote]:
    """What the houses where somebody works took up."""
    houses = access.house_ids_of(user, *KEEPERS) if isinstance(user, User) else []
    return HouseNote.objects.filter(house_id__in=houses).select_related("house", "entry__neighbourhood")


def colleagues_of(house: House | None, *also: int | None) -> QuerySet[User]:
    """Who works in a house now (without a house: in any house) and could keep an entry right, by name."""
    roles = Role.objects.active(on=clock.today()).filter(kind__in=KEEPERS)
    roles = roles.filter(house=house) if house else roles
    known = [pk for pk in also if pk]
    return User.objects.filter(Q(pk__in=roles.values("user")) | Q(pk__in=known), is_active=True).order_by("first_name")


def may_note_for(user: Somebody, house: House) -> bool:
    """Whether somebody may take up entries for this house."""
    return isinstance(user, User) and access.has_role(user, house, *KEEPERS)


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
