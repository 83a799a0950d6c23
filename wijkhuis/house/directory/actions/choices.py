"""What colleagues choose teaches the search, without the question being kept."""

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.house.directory import access
from wijkhuis.house.directory.models import Choice, Entry
from wijkhuis.house.directory.queries import topics_asked
from wijkhuis.house.neighbourhood.models import House


def count_choice(entry: Entry, *, words: str, house: House, user: User) -> None:
    """Remember that a colleague chose this entry for a question about these topics; the words are not kept.

    One colleague counts once per topic, however often they choose the same; who does not work in the house, never.
    """
    if not access.may_note_for(user, house):
        return
    for topic in topics_asked(words):
        Choice.objects.update_or_create(
            house=house, entry=entry, topic=topic, chosen_by=user, defaults={"chosen_on": clock.today()}
        )
