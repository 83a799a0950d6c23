"""What a proposal asks of people, by its kind: the same words on its own page, in a meeting and on paper."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

NEW, GROW, SHRINK, SPLIT, MERGE = "new", "grow", "shrink", "split", "merge"


@dataclass(frozen=True)
class Asked:
    """A question of yes or no: what it is about, what a yes does, and what is said after it."""

    title: str
    question: str
    # What stands above its sentences.
    heading: str
    explains: str
    yes: str
    done: str
    # Whether a yes needs a name for what becomes a theme.
    needs_name: bool = False


def asked(kind: str, *, name: str, theme: str, other: str) -> Asked:
    """The words for one proposal; `name` is what it proposes, `theme` and `other` are called so already."""
    return _WORDS[kind](name=name, theme=theme, other=other)


def _new(*, name: str, theme: str, other: str) -> Asked:
    return Asked(
        title=name or _("Something new"),
        question=_("Do these sentences belong together?"),
        heading=_("These come in"),
        explains=_("They become a theme of the neighbourhood."),
        yes=_("Yes, these belong together"),
        done=_("This is a theme now. What do we do with it?"),
        needs_name=True,
    )


def _grow(*, name: str, theme: str, other: str) -> Asked:
    return Asked(
        title=theme,
        question=_("Do these sentences belong to “%(title)s” too?") % {"title": theme},
        heading=_("These come in"),
        explains="",
        yes=_("Yes, these belong here"),
        done=_("These sentences belong to it now."),
    )


def _shrink(*, name: str, theme: str, other: str) -> Asked:
    return Asked(
        title=theme,
        question=_("Do these sentences no longer fit “%(title)s”?") % {"title": theme},
        heading=_("These stand alone again"),
        explains=_("They stand alone again. Who is behind them is not known any more: they count for nobody."),
        yes=_("Yes, take them out"),
        done=_("These sentences stand alone again."),
    )


def _split(*, name: str, theme: str, other: str) -> Asked:
    return Asked(
        title=theme,
        question=_("Is “%(title)s” really two themes?") % {"title": theme},
        heading=_("These go on by themselves"),
        explains=_("What was decided stays with “%(title)s”. About the new theme you decide anew.") % {"title": theme},
        yes=_("Yes, make two themes"),
        done=_("These are two themes now."),
        needs_name=True,
    )


def _merge(*, name: str, theme: str, other: str) -> Asked:
    title = _("%(name)s and %(other)s") % {"name": theme, "other": other}
    return Asked(
        title=title,
        question=_("Are %(title)s one theme?") % {"title": title},
        heading=other,
        explains=what_a_merge_moves(theme, other),
        yes=_("Yes, one theme"),
        done=_("These two are one theme now."),
    )


def what_a_merge_moves(theme: str, other: str) -> str:
    """What goes where when one theme takes in another, said before it is done."""
    return _(
        "All of “%(other)s” goes to “%(theme)s”: sentences, decisions, agreements, what those concerned said, and "
        "approaches. An answer that the municipality owes stays owed. This cannot be undone. You can make two themes "
        "of it again later, but then decisions and approaches stay with “%(theme)s”."
    ) % {"theme": theme, "other": other}


_WORDS = {NEW: _new, GROW: _grow, SHRINK: _shrink, SPLIT: _split, MERGE: _merge}
