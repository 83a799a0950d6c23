"""What the map keeps of a person: that they agreed to be asked, and that they keep an entry right."""

from collections.abc import Iterable
from functools import partial

from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.language.reach import holds_reach
from wijkhuis.base.trail.people import Kept, keeps_people
from wijkhuis.house.directory.actions import forget_keeper, leave_list
from wijkhuis.house.directory.models import Entry, KeyPerson
from wijkhuis.house.directory.queries.freshness import house_for

KEEPER = ("keeper_name", "keeper_email", "keeper_phone")
TOLD = ("name", "ask_about", "not_about", "reach", "send_to", "languages", "agreed_on", "agreed_until")


@keeps_people
def who_agreed_to_be_asked(phone: str, email: str) -> Iterable[Kept]:
    """Who can be reached by this number or address, and agreed to be asked; forgotten as by their own link."""
    for person in KeyPerson.objects.select_related("house").order_by("pk"):
        if holds_reach(f"{person.reach} | {person.send_to}", phone=phone, email=email):
            kept = [field for field in KeyPerson._meta.concrete_fields if field.name in TOLD]
            facts = {str(field.verbose_name): getattr(person, field.name) for field in kept}
            words = _("Key person of %(house)s") % {"house": person.house.name}
            yield Kept(person, person.house_id, words, partial(leave_list, person), facts)


@keeps_people
def who_keeps_an_entry(phone: str, email: str) -> Iterable[Kept]:
    """Who of an organisation is asked whether an entry is right; forgotten, the entry stays and has no keeper."""
    reachable = Entry.objects.exclude(keeper_email="", keeper_phone="").order_by("pk")
    for entry in reachable:
        if not holds_reach(f"{entry.keeper_phone} | {entry.keeper_email}", phone=phone, email=email):
            continue
        if house := house_for(entry, on=clock.today()):
            kept = [field for field in Entry._meta.concrete_fields if field.name in KEEPER]
            facts = {str(field.verbose_name): getattr(entry, field.name) for field in kept}
            words = _("Keeps “%(entry)s” right on the map") % {"entry": entry.name}
            yield Kept(entry, house.pk, words, partial(forget_keeper, entry), facts)
