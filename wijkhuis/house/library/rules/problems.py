"""Why a file was not read, and how to mend it, in sentences."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, tuple[Promise, Promise]] = {
    "empty": (_("There is no text in it."), _("Look whether it is the right file.")),
    "broken": (_("The file is broken."), _("Open it yourself, save it again, and bring that file.")),
    "encrypted": (_("The file is locked with a password."), _("Save it without a password, and bring that file.")),
    "too_much": (
        _("Reading it asks too much memory or time."),
        _("Split it into smaller files, or print it to a new PDF."),
    ),
    "old_office": (_("This is an old file of Word or Excel."), _("Save it as DOCX or PDF.")),
    "picture": (_("This is a picture."), _("Scan it to a PDF with text recognition (OCR).")),
    "unknown_kind": (_("We do not know this kind of file."), _("Save it as PDF, DOCX, HTML or text.")),
    "too_large": (_("The file is larger than 60 MB."), _("Split it, or make its pictures smaller.")),
    "out_of_reach": (_("The file could not be opened."), _("Look whether it is there and may be read.")),
    "known": (_("This document is in the archive already."), _("You need not do anything.")),
    "stopped": (_("Somebody stopped the reading."), _("Read it again, or take it away.")),
    "bad_row": (
        _("The list of facts names it, but it is not in the folder."),
        _("Look at the name in the column file."),
    ),
}
REMARKS: dict[str, Promise] = {
    "no_text": _(
        "These pages are pictures only, so their words are not found. Scan it again with text recognition (OCR)."
    ),
    "some_without_text": _("Some pages are pictures only: their words are not found."),
    "too_many_pages": _("Only the first 5,000 pages were read. Split it into smaller files."),
    "holds_bsn": _(
        "It seems to hold a citizen service number. So it is for staff only. Look at it before you show it to everyone."
    ),
}


def reason_of(word: str) -> str:
    """What was wrong with a file."""
    return str(REASONS.get(word, REASONS["broken"])[0])


def mend_of(word: str) -> str:
    """What somebody can do about it."""
    return str(REASONS.get(word, REASONS["broken"])[1])


def remark_of(word: str) -> str:
    """What is to be known about a document that was read."""
    return str(REMARKS.get(word, ""))
