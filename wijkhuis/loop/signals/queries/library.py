"""The library of themes, as far as taking signals in needs it."""


def library_sentence(words: str) -> str:
    """The sentence of the theme these words surely belong to; "" when no theme of the library is recognised."""
    return ""
