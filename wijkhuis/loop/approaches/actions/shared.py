"""What every action of this room begins with."""

from django.utils.translation import gettext as _

from wijkhuis.base.accounts.models import User
from wijkhuis.base.errors import NotYours, demand
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.language.nameless import nameless
from wijkhuis.base.language.typed import clean_words
from wijkhuis.loop.approaches import access
from wijkhuis.loop.approaches.models import Approach


def lock(approach: Approach, *, by: Actor) -> Approach:
    """The approach as it is now, held by this transaction, for who may work on it."""
    found = Approach.objects.select_for_update(of=("self",)).select_related("theme__house").get(pk=approach.pk)
    demand(access.may_work_on(by.user, found), _("This is for the people of this approach."), error=NotYours)
    return found


def running(approach: Approach, *, by: Actor) -> Approach:
    """The same, when it has not ended."""
    found = lock(approach, by=by)
    demand(found.ended_on is None, _("This approach has ended."))
    return found


def person(by: Actor) -> User:
    """Who acts, where it must be somebody with an account."""
    if by.user is None:
        raise NotYours(_("Sign in first."))
    return by.user


def clean(text: str, *, at_most: int, language: str = "nl") -> str:
    """Tidy words that everybody may read: nothing in them says who somebody is, and they are not longer than fits."""
    return _that_fits(nameless(text, language=language), at_most=at_most)


def clean_name(text: str, *, at_most: int) -> str:
    """Tidy words in which somebody may be named: who said yes to it, and who joins."""
    return _that_fits(clean_words(text), at_most=at_most)


def _that_fits(words: str, *, at_most: int) -> str:
    demand(len(words) <= at_most, _("This is longer than we can keep. Make it shorter, in a few sentences."))
    return words
