"""What the map keeps of a person: that they agreed to be asked."""

from collections.abc import Iterable
from functools import partial

from django.utils.translation import gettext as _

from wijkhuis.base.language.reach import holds_reach
from wijkhuis.base.trail.people import Kept, keeps_people
from wijkhuis.house.directory.actions import leave_list
from wijkhuis.house.directory.models import KeyPerson

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
