"""How somebody wants to be called and to hear back, kept apart from their words."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from wijkhuis.base.errors import RuleBroken, demand
from wijkhuis.base.language.typed import clean_words, refuse_bsn
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.models import ContactWish
from wijkhuis.house.people.rules import NEEDED_TO_HEAR_BACK


@dataclass(frozen=True)
class Wish:
    """How somebody wants to be called and to hear back; everything may stay empty."""

    called: str = ""
    way: str = ContactWish.Way.COME_BY
    phone: str = ""
    email: str = ""
    postal: str = ""
    for_whom: str = ""
    street: str = ""
    language: str = "nl"

    def says_something(self) -> bool:
        """Whether there is anything to keep apart from the words."""
        facts = (self.called, self.phone, self.email, self.postal, self.for_whom, self.street)
        return any(facts) or self.way != ContactWish.Way.COME_BY or self.language != "nl"


def keep_wish(house: House, wish: Wish | None, *, known: ContactWish | None = None) -> ContactWish | None:
    """Keep a wish, in the place of the one that is known; None when it says nothing."""
    if wish is None or not wish.says_something():
        return None
    facts = {name: str(value) for name, value in vars(wish).items()}
    refuse_bsn(*facts.values())
    contact = known or ContactWish(house=house)
    for name, value in facts.items():
        setattr(contact, name, clean_words(value))
    try:
        contact.clean_fields(exclude=["house"])
    except ValidationError as error:
        raise RuleBroken(" ".join(error.messages), status=400) from error
    needed, sentence = NEEDED_TO_HEAR_BACK.get(ContactWish.Way(contact.way), ("way", ""))
    demand(bool(getattr(contact, needed)), str(sentence))
    contact.save()
    return contact
