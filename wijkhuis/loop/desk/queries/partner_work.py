"""What lies with a partner by their handovers: what they hold, what waits for their yes or no, and what ended."""

from django.db.models import F, Q, QuerySet

from wijkhuis.loop.desk.models import Handover

BESIDE = ("question__house", "partnership__partner", "professional", "sender")


def held_through(handovers: QuerySet[Handover]) -> list[Handover]:
    """The handovers by which a partner holds an open question now: of each question the last."""
    by_link, by_account = Q(question__holder_partner=F("professional")), Q(question__holder=F("professional__user"))
    held = _said_yes(handovers).filter(by_link | by_account, question__closed_at=None)
    return list({handover.question_id: handover for handover in held}.values())


def waiting(handovers: QuerySet[Handover]) -> QuerySet[Handover]:
    """The offers that wait for a yes or no."""
    return handovers.filter(ended_at=None, question__forgotten_at=None).select_related(*BESIDE).order_by("pk")


def ended_with(handovers: QuerySet[Handover]) -> list[Handover]:
    """The handovers of questions that ended with the account of somebody of a partner: of each question the last."""
    held = _said_yes(handovers).filter(question__holder=F("professional__user"), question__closed_at__isnull=False)
    return list({handover.question_id: handover for handover in held}.values())


def _said_yes(handovers: QuerySet[Handover]) -> QuerySet[Handover]:
    accepted = handovers.filter(ending=Handover.Ending.ACCEPTED, question__forgotten_at=None)
    return accepted.select_related(*BESIDE).order_by("accepted_at", "pk")
