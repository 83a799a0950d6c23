"""Who left a number or an address at the public page of an approach, to find them again when they ask."""

from wijkhuis.base.language.reach import holds_reach
from wijkhuis.loop.approaches.models import Joiner


def signed_up_with(*, phone: str, email: str) -> list[Joiner]:
    """Who joined without a question and can be reached by this number or address, however they wrote it."""
    there = Joiner.objects.kept().filter(question=None).select_related("approach__theme").order_by("pk")
    return [joiner for joiner in there if holds_reach(joiner.how_to_reach, phone=phone, email=email)]
