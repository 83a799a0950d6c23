"""Words that everybody will read: nothing in them says who somebody is."""

from django.utils.translation import gettext as _

from wijkhuis.base.errors import demand
from wijkhuis.base.language.identity import Kind, find_identity
from wijkhuis.base.language.typed import clean_words


def nameless(words: str, *, language: str = "nl") -> str:
    """Words that everybody may read; what identifies somebody is refused, and named.

    Only what is surely a name: here nobody can say "this is no person", as the form for a signal lets them. In other
    languages than Dutch ordinary words look like names too often (three in a hundred sentences of our own Turkish):
    there only numbers and addresses are refused.
    """
    said = clean_words(words)
    spans = find_identity(said, guessing=False)
    sure = [span for span in spans if language == "nl" or span.type != Kind.NAME]
    found = ", ".join(f"“{said[span.start : span.end]}”" for span in sure)
    sentence = _("This seems to say who somebody is: %(found)s. Everybody may read this. Write it without.")
    demand(not found, sentence % {"found": found})
    return said
