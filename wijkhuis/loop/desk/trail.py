"""What lies with somebody of a partner, and goes back to the house when they leave."""

from functools import partial

from django.db.models import QuerySet
from django.utils.translation import ngettext

from wijkhuis.base.trail.leaving import Lying, lies_with
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.loop.desk.actions.partner import give_back_held, withdraw_offers
from wijkhuis.loop.desk.models import Handover
from wijkhuis.loop.desk.queries import partner_work


@lies_with(Professional)
def with_professional(professional: Professional) -> list[Lying]:
    """What somebody of a partner holds, and what is offered to them."""
    return _lying(Handover.objects.filter(professional=professional))


@lies_with(Partnership)
def with_partnership(tie: Partnership) -> list[Lying]:
    """What the people of a partner hold of this house, and what it offered them."""
    return _lying(Handover.objects.filter(partnership=tie))


def _lying(handovers: QuerySet[Handover]) -> list[Lying]:
    held, offered = len(partner_work.held_through(handovers)), partner_work.waiting(handovers).count()
    goes_back = ngettext(
        "%(number)s question goes back to who asked them.", "%(number)s questions go back to who asked them.", held
    )
    taken_back = ngettext(
        "%(number)s request without an answer is taken back.",
        "%(number)s requests without an answer are taken back.",
        offered,
    )
    # Also without an open question: what ended with an account stays with the face.
    found = [Lying(goes_back % {"number": held} if held else "", partial(give_back_held, handovers))]
    if offered:
        found.append(Lying(taken_back % {"number": offered}, partial(withdraw_offers, handovers)))
    return found
