"""Words that others will read: no citizen service number, and nothing that says who somebody is."""

from django.utils.translation import gettext as _

from wijkhuis.base.errors import demand
from wijkhuis.base.language.identity import find_identity
from wijkhuis.base.language.typed import NO_BSN
from wijkhuis.base.language.words import holds_bsn, tidy


def harmless(words: str) -> str:
    """Words of the group, tidied; a citizen service number is refused."""
    demand(not holds_bsn(words), str(NO_BSN))
    return tidy(words)


def nameless(words: str) -> str:
    """Words that everybody may read; what seems to identify somebody is refused, and named."""
    said = harmless(words)
    found = ", ".join(f"“{said[span.start : span.end]}”" for span in find_identity(said))
    sentence = _("This seems to say who somebody is: %(found)s. Everybody may read this. Write it without.")
    demand(not found, sentence % {"found": found})
    return said
