"""To whom a question can be handed over: people and functions of the partners of a house."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.house.partners.queries import Present, here_on, partnerships_of, professionals_for


@dataclass(frozen=True)
class Receiver:
    """One person or function at a partner; `key` names it in an address."""

    partnership: Partnership
    professional: Professional | None = None
    function: str = ""
    here: Present | None = None
    why: str = ""

    @property
    def key(self) -> str:
        """How an address names this receiver."""
        if self.professional:
            return f"p{self.professional.pk}"
        return f"f{self.partnership.pk}-{self.partnership.functions.index(self.function)}"

    @property
    def name(self) -> str:
        """First name, or the function."""
        return self.professional.first_name if self.professional else self.function

    @property
    def introduction(self) -> str:
        """Who it is, as the sender reads it."""
        if self.professional:
            return f"{self.professional.first_name}, {self.professional.function}"
        return self.function

    @property
    def added_elsewhere(self) -> House | None:
        """The other house that put this face there, and so its address; None for a face of the own house."""
        face = self.professional
        return face.kept_by if face and face.kept_by_id != self.partnership.house_id else None

    @property
    def can_be_asked(self) -> bool:
        """Whether there is an address or account to ask them."""
        if self.professional:
            return bool(self.professional.email or self.professional.user_id)
        return bool(self.partnership.function_email)


def receivers_of(house: House, *, on: date, text: str = "") -> list[Receiver]:
    """Everybody who can be asked: who fits the words first, then who is here today; six queries."""
    faces = Professional.objects.filter(left_on=None).select_related("kept_by")
    people = Prefetch("partner__professionals", faces, to_attr="people")
    here = {one.professional.pk: one for one in here_on(house, on=on)}
    fitting = {face.professional.pk: face.why for face in professionals_for(text, house=house, on=on)}
    receivers: list[Receiver] = []
    for partnership in partnerships_of(house).prefetch_related(people):
        for professional in partnership.partner.people:  # type: ignore[attr-defined]
            professional.partner = partnership.partner
            pk = professional.pk
            receivers.append(Receiver(partnership, professional, here=here.get(pk), why=fitting.get(pk, "")))
        receivers += [Receiver(partnership, function=function) for function in partnership.functions]
    return sorted(receivers, key=lambda one: (not one.why, one.here is None))


def find_receiver(key: str, *, house: House, on: date) -> Receiver | None:
    """The receiver an address names, when this house may ask them."""
    return next((one for one in receivers_of(house, on=on) if one.key == key), None)
