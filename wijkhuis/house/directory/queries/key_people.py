"""Key people: their own link, and whom to ask again."""

import base64
import hashlib
from datetime import date

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.crypto import salted_hmac

from wijkhuis.base.access import count_try
from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.queries import lines_about
from wijkhuis.house.directory.access import visible_key_people
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.directory.rules.key_people import ASKED_AGAIN_BEFORE
from wijkhuis.house.people.models import Role

WRONG_LINKS = {"at_most": 20, "seconds": 600}
# 144 bits, in 24 letters that can be typed from paper.
LENGTH = 18


def key_of(person: KeyPerson) -> str:
    """What opens somebody's own page: made from the secret of the house, so that a new slip shows the same link."""
    made = salted_hmac("wijkhuis.directory.key_person", str(person.pk), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made[:LENGTH]).decode()


def hash_of(key: str) -> str:
    """What the database keeps of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def link_of(person: KeyPerson) -> str:
    """The whole address of somebody's own page."""
    return settings.SITE_URL + reverse("directory:asked", args=[key_of(person)])


def person_of_key(key: str, *, origin: str) -> KeyPerson | None:
    """Whose link this is; links that lead nowhere are counted per network address."""
    person = KeyPerson.objects.filter(link_hash=hash_of(key)).select_related("house", "agreed_with").first()
    if person is None:
        count_try("key-person-link", who=origin, **WRONG_LINKS)
    return person


def key_people_to_ask_again(user: User, *, on: date) -> QuerySet[KeyPerson]:
    """Whom this colleague asks again: with whom they agreed themselves, or a colleague who no longer works there; and
    nobody else can ask, or the agreement has ended.
    """
    soon = Q(agreed_until__lte=on + ASKED_AGAIN_BEFORE, send_to="")
    ended = Q(agreed_until__lt=on)
    works_there = Role.objects.active(on=on).filter(user=OuterRef("agreed_with"), house=OuterRef("house"))
    theirs = Q(agreed_with=user) | Q(agreed_with__is_active=False) | ~Exists(works_there)
    return visible_key_people(user).filter(soon | ended, theirs).order_by("agreed_until")


def times_seen(person: KeyPerson) -> int:
    """On how many days somebody of the house saw this person on the list."""
    looks = lines_about(person).filter(action__in=("directory.key_person_seen", "directory.key_person_listed"))
    return looks.order_by().values("at__date").distinct().count()
