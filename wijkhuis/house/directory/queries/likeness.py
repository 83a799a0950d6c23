"""What is on the map already under nearly the same name."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import QuerySet

from wijkhuis.house.directory.models import Entry

# Share of their letters in threes that two names have in common.
NEARLY = 0.6
MOST = 3


def nearly_called(name: str, *, among: QuerySet[Entry]) -> list[Entry]:
    """The entries whose names are most like this one, at most three; one query."""
    alike = among.annotate(likeness=TrigramSimilarity("name", name)).filter(likeness__gte=NEARLY)
    return list(alike.order_by("-likeness", "pk")[:MOST])
