"""What the computer would propose for a house, from its signals alone; nothing is written here."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.signals.models import Proposal
from wijkhuis.loop.signals.queries import recognising
from wijkhuis.loop.signals.queries.likeness import LOOSE, Pool, pool_of, sentences_of
from wijkhuis.loop.signals.queries.recognising import FEWEST, LOYAL
from wijkhuis.loop.signals.rules import belonging, grouping, proposing

# When more is new than this, everything is grouped again.
MOST_NEW = 2000
ENOUGH_TO_NAME = 200
Kind = Proposal.Kind
Through = Proposal.signals.through


@dataclass
class Wish:
    """What is to be proposed; `kept` is the proposal that waits for it already."""

    kind: str
    signals: set[UUID]
    theme: int | None = None
    other: int | None = None
    name: str = ""
    known_as: str = ""
    closeness: float = 0.0
    kept: int | None = None


class Look:
    """One look at the signals of a house: what stands alone; `queries/changing` looks at its themes."""

    def __init__(self, house: House, new: set[UUID], *, thorough: bool) -> None:
        self.house, self.thorough = house, thorough
        self.pool: Pool = pool_of(house)
        self.place = {pk: at for at, pk in enumerate(self.pool.ids)}
        self.new = np.array([pk in new for pk in self.pool.ids], dtype=bool)
        self.free = self.pool.themes == LOOSE
        # The open themes, and which one each signal is in; -1 for none.
        self.themes = np.unique(self.pool.themes[~self.free])
        self.labels = np.where(self.free, -1, self.pool.themes)
        self.waiting = list(Proposal.objects.filter(house=house, decided_on=None).order_by("pk"))
        self.declined = list(Proposal.objects.filter(house=house, accepted=False).order_by("pk"))
        self.signals_of = signals_of([*self.waiting, *self.declined])

    def growing(self) -> list[Wish]:
        """Signals that stand alone and fit an open theme; by night only what is new, and what waits already."""
        waiting = {pk for one in self.waiting if one.kind == Kind.GROW for pk in self.signals_of[one.pk]}
        asked = self.free & (self.new | self.thorough)
        asked[self.places(waiting)] = self.free[self.places(waiting)]
        loose, themes = np.flatnonzero(asked), self.themes
        if not len(loose) or not len(themes):
            return []
        chosen = belonging.best_of(belonging.fits(self.pool.rows, self.labels, asked=loose, themes=themes))
        wishes = []
        for at, theme in enumerate(themes.tolist()):
            said_no = self.said_no(Kind.GROW, theme)
            fits = [place for place in loose[chosen == at] if self.pool.ids[place] not in said_no]
            fits = self._unlike(fits, said_no, theme)
            if not fits:
                continue
            self.free[fits] = False
            wishes.append(self.wish(Kind.GROW, fits, theme=theme))
        return wishes

    def new_themes(self) -> list[Wish]:
        """What waits already, with what joins it, and groups nobody proposed before."""
        wishes = self._still_waiting()
        rest = self._worth_grouping(np.flatnonzero(self.free))
        labels = recognising.together(self.pool.rows[rest])
        declined = [self.signals_of[one.pk] for one in self.declined if one.kind == Kind.NEW]
        for number in range(int(labels.max(initial=-1)) + 1):
            members = rest[labels == number].tolist()
            if proposing.may_come_back({self.pool.ids[at] for at in members}, declined=declined):
                wishes.append(self.wish(Kind.NEW, members))
        return self.named(wishes)

    def _still_waiting(self) -> list[Wish]:
        waiting = [one for one in self.waiting if one.kind == Kind.NEW]
        labels = np.full(len(self.pool.ids), -1, dtype=np.intp)
        for number, one in enumerate(waiting):
            labels[[at for at in self.places(self.signals_of[one.pk]) if self.free[at]]] = number
        others = np.flatnonzero(self.free & (labels < 0) & (self.new | self.thorough))
        nearest, alike = grouping.nearest_group(self.pool.rows[others], self.pool.rows, labels)
        labels[others[alike >= LOYAL]] = nearest[alike >= LOYAL]
        wishes = []
        for number, one in enumerate(waiting):
            members = np.flatnonzero(labels == number).tolist()
            if len(members) >= FEWEST:
                self.free[members] = False
                wishes.append(self.wish(Kind.NEW, members, kept=one))
        return wishes

    def _worth_grouping(self, rest: grouping.Labels) -> grouping.Labels:
        """All of what is left, or when little is new only that and what is like it."""
        new = rest[self.new[rest]]
        if self.thorough or len(new) > min(len(rest) / 5, MOST_NEW):
            return rest
        return rest[grouping.most_alike(self.pool.rows[rest], self.pool.rows[new]) >= LOYAL] if len(new) else new

    def wish(
        self,
        kind: str,
        members: list[int],
        *,
        theme: int | None = None,
        other: int | None = None,
        kept: Proposal | None = None,
    ) -> Wish:
        return Wish(
            kind=kind,
            signals={self.pool.ids[at] for at in members},
            theme=theme,
            other=other,
            name=kept.name if kept else "",
            known_as=kept.known_as if kept else "",
            closeness=grouping.closeness(self.pool.rows[members]),
            kept=kept.pk if kept else None,
        )

    def named(self, wishes: list[Wish]) -> list[Wish]:
        """A name for what has none: of the library, or the most telling words."""
        nameless = [wish for wish in wishes if not wish.name]
        # The identifiers are random, so the first are a fair sample.
        some = [sorted(wish.signals)[:ENOUGH_TO_NAME] for wish in nameless]
        ids = [pk for one in some for pk in one]
        labels = np.repeat(np.arange(len(nameless)), [len(one) for one in some]).astype(np.intp)
        rows = self.pool.rows[self.places(ids)]
        for wish, group in zip(nameless, recognising.describe(sentences_of(ids), rows, labels), strict=True):
            wish.name, wish.known_as = group.name[:80], group.known_as
        return wishes

    def said_no(self, kind: str, theme: int) -> set[UUID]:
        declined = [one for one in self.declined if one.kind == kind and one.theme_id == theme]
        return {pk for one in declined for pk in self.signals_of[one.pk]}

    def _unlike(self, fits: list[int], said_no: set[UUID], theme: int) -> list[int]:
        """Those that are less like what the group declined for this theme than like the theme."""
        counter = self.places(said_no)
        if not counter or not fits:
            return fits
        rows = self.pool.rows[fits]
        against = rows @ self.pool.rows[counter].mean(axis=0).A1
        inside = rows @ self.pool.rows[self.pool.themes == theme].mean(axis=0).A1
        return [at for at, no, yes in zip(fits, against, inside, strict=True) if no <= yes]

    def places(self, ids: Iterable[UUID]) -> list[int]:
        return [self.place[pk] for pk in ids if pk in self.place]


def signals_of(proposals: list[Proposal]) -> dict[int, set[UUID]]:
    found: dict[int, set[UUID]] = {one.pk: set() for one in proposals}
    rows = Through.objects.filter(proposal_id__in=list(found)).values_list("proposal_id", "signal_id")
    for proposal, signal in rows:
        found[proposal].add(signal)
    return found
