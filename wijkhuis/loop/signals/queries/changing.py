"""What the computer would propose to change about the themes of a house; nothing is written here."""

from collections.abc import Iterable

import numpy as np

from wijkhuis.loop.signals.models import Proposal
from wijkhuis.loop.signals.queries.looking import Look, Wish
from wijkhuis.loop.signals.queries.recognising import ALIKE, FEWEST, LOYAL
from wijkhuis.loop.signals.rules import belonging, grouping, proposing
from wijkhuis.loop.signals.rules.grouping import Labels, Numbers

Kind = Proposal.Kind


def changes(look: Look) -> list[Wish]:
    """Themes that seem to be one or two, and signals that no longer belong to theirs; not what was declined."""
    merging = [wish for wish in _merges(look) if _may(look, wish)]
    splitting = [wish for theme in look.themes.tolist() for wish in _splits(look, theme) if _may(look, wish)]
    return [*merging, *splitting, *_shrinks(look, [*merging, *splitting])]


def _merges(look: Look) -> Iterable[Wish]:
    if len(look.themes) < 2:
        return
    alike = np.triu(grouping.likeness(grouping.means(look.pool.rows, look.labels, look.themes)), 1)
    for first, second in zip(*np.nonzero(alike >= proposing.ONE_THEME), strict=True):
        members = np.flatnonzero(look.labels == look.themes[second]).tolist()
        yield look.wish(Kind.MERGE, members, theme=int(look.themes[first]), other=int(look.themes[second]))


def _splits(look: Look, theme: int) -> list[Wish]:
    members = np.flatnonzero(look.labels == theme)
    labels = grouping.parts_of(look.pool.rows[members], least=proposing.TWO_THEMES)
    labels = grouping.numbered(labels, at_least=FEWEST)
    if labels.max(initial=-1) < 1:
        return []
    return look.named([look.wish(Kind.SPLIT, members[labels == 1].tolist(), theme=theme)])


def _shrinks(look: Look, others: list[Wish]) -> list[Wish]:
    """Signals that clearly no longer belong to their theme, where nothing larger is proposed about it."""
    busy = {theme for wish in others for theme in (wish.theme, wish.other)}
    asked, like_mean = _unlike_the_others(look, busy)
    if not len(asked):
        return []
    fits = belonging.fits(look.pool.rows, look.labels, asked=asked, themes=look.themes)
    of_theme = np.searchsorted(look.themes, look.labels[asked])
    own = fits[np.arange(len(asked)), of_theme]
    fits[np.arange(len(asked)), of_theme] = 0
    other = fits.max(axis=1)
    waiting = {pk for one in look.waiting if one.kind == Kind.SHRINK for pk in look.signals_of[one.pk]}
    waits = np.array([look.pool.ids[at] in waiting for at in asked], dtype=bool)
    strange = proposing.are_strange(own, other, like_mean=like_mean, alike=LOYAL, waits=waits)
    clear = (np.maximum(other, like_mean) - own) / 2
    wishes = []
    for number in np.unique(of_theme[strange]).tolist():
        here = strange & (of_theme == number)
        wishes += _shrink(look, int(look.themes[number]), asked[here], clear=float(clear[here].mean()))
    return wishes


def _unlike_the_others(look: Look, busy: set[int | None]) -> tuple[Labels, Numbers]:
    """Where the signals are that hardly look like the rest of their theme, and how much that rest is alike."""
    sizes = np.array([(look.labels == theme).sum() for theme in look.themes])
    large = [
        theme
        for theme, size in zip(look.themes.tolist(), sizes, strict=True)
        if size >= proposing.ENOUGH_TO_TELL and theme not in busy
    ]
    members = np.flatnonzero(np.isin(look.labels, large))
    if not len(members):
        return members, np.zeros(0, dtype=np.float32)
    alike = grouping.like_the_others(look.pool.rows, look.labels, members)
    _theme, place, counts = np.unique(look.labels[members], return_inverse=True, return_counts=True)
    like_mean = (np.bincount(place, weights=alike) / counts)[place].astype(np.float32)
    few = alike < ALIKE
    return members[few], like_mean[few]


def _shrink(look: Look, theme: int, strange: Labels, *, clear: float) -> list[Wish]:
    said_no = look.said_no(Kind.SHRINK, theme)
    leaving = [at for at in strange.tolist() if look.pool.ids[at] not in said_no]
    if not leaving or len(strange) > proposing.STRANGE_PART * (look.labels == theme).sum():
        return []
    wish = look.wish(Kind.SHRINK, leaving, theme=theme)
    # Strange sentences need not be like each other: worth a minute is how clear it is.
    wish.closeness = clear
    return [wish]


def _may(look: Look, wish: Wish) -> bool:
    same = [
        look.signals_of[one.pk]
        for one in look.declined
        if (one.kind, one.theme_id, one.other_id) == (wish.kind, wish.theme, wish.other)
    ]
    return proposing.may_come_back(wish.signals, declined=same)
