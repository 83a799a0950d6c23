"""What the licence of a document allows."""

import re

_FREE = re.compile(
    r"\bcc[\s-]?(?:0|by)|creative\s*commons|publi[ce]k?\s+domein|public\s+domain"
    r"|\bown work\b|\beigen (?:werk|uitgave)\b|\bvrij te (?:delen|gebruiken)\b|\bopen\b|\beupl\b",
    re.IGNORECASE,
)


def may_hand_on(licence: str) -> bool:
    """Whether everybody may take the file along; when nobody knows the licence they may not."""
    return bool(_FREE.search(licence))
