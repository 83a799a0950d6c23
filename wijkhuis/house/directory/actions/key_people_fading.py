"""Key people who are asked again in time, and who fade when nobody says that it is still all right."""

from django.db import transaction

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import SYSTEM, Actor, record
from wijkhuis.base.messages.actions import withdraw_messages, write_message
from wijkhuis.base.trail.forgetting import forget_what_hangs_on
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.directory.queries.key_people import hash_of, key_of, link_of
from wijkhuis.house.directory.rules.key_people import ASKED_AGAIN_BEFORE, KEPT_AFTER, address_of, reads


def tell_key_person(person: KeyPerson, *, template: str) -> bool:
    """Write to somebody with their own link, in a language they read; False when they gave no address that works."""
    address = address_of(person.send_to)
    if address is None:
        return False
    words = {
        "first_name": person.name,
        "house": person.house.name,
        "phone": person.house.phone,
        "date": person.agreed_until,
        "link": link_of(person),
    }
    sent = write_message(
        template=template,
        to=address,
        about=person,
        language=reads(person.languages),
        context=words,
        house_id=person.house_id,
    )
    return sent is not None


def erase(person: KeyPerson, *, action: str, by: Actor) -> None:
    """Delete somebody: the row with its index, every message to them, and what later rooms keep that names them.

    The journal keeps a number only.
    """
    record(action, person, by=by)
    forget_what_hangs_on(person)
    withdraw_messages(about=person)
    person.delete()


def ask_key_people_again() -> int:
    """Thirty days before an agreement ends: ask who gave an address, once. The others are on a colleague's list."""
    edge = clock.today() + ASKED_AGAIN_BEFORE
    waiting = KeyPerson.objects.filter(agreed_until__lte=edge, agreed_until__gte=clock.today(), asked_on=None)
    return sum(_ask_again(pk) for pk in waiting.exclude(send_to="").values_list("pk", flat=True))


def let_key_people_fade() -> int:
    """Sixty days after an agreement ended: delete who did not agree again. Gives how many."""
    ended = KeyPerson.objects.filter(agreed_until__lt=clock.today() - KEPT_AFTER)
    return sum(_fade(pk) for pk in ended.values_list("pk", flat=True))


@transaction.atomic
def _ask_again(pk: int) -> bool:
    person = KeyPerson.objects.select_for_update().filter(pk=pk, asked_on=None).first()
    if person is None:
        return False
    person.link_hash, person.asked_on = hash_of(key_of(person)), clock.today()
    person.save(update_fields=["link_hash", "asked_on"])
    if not tell_key_person(person, template="directory/key_person_again"):
        # Nothing arrives there: from now on this is on the list of the colleague.
        person.send_to = ""
        person.save(update_fields=["send_to"])
        return False
    record("directory.key_person_asked_again", person, by=SYSTEM)
    return True


@transaction.atomic
def _fade(pk: int) -> bool:
    ended = KeyPerson.objects.select_for_update().filter(pk=pk, agreed_until__lt=clock.today() - KEPT_AFTER)
    for person in ended:
        erase(person, action="directory.key_person_faded", by=SYSTEM)
        return True
    return False
