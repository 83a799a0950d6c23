"""What the log never tells: addresses that are keys, words somebody looks for, and words a database refused."""

import logging
import re

# The same list stands in docs/how-to/install.md for the log of the web server; a test compares both with all addresses.
_KEYS = re.compile(r"/(mijn|p|ronde|gevraagd|kaart/klopt-het|aanpak/weg|account/wachtwoord/nieuw)/[\w-]{16,}")
# What somebody looks for, in the address of a page.
_WORDS = re.compile(r"([?&](?:q|search)=)[^&\s\"']+")
# The database repeats the whole refused row, until the next part of the error.
_ROWS = re.compile(r"^(DETAIL|CONTEXT):.*?(?=^The above exception|^During handling|\Z)", re.MULTILINE | re.DOTALL)


class CarefulFormatter(logging.Formatter):
    """Log lines without keys and without words of residents."""

    def format(self, record: logging.LogRecord) -> str:
        return hide(super().format(record))


def hide(text: str) -> str:
    """The text of a log line without links that are keys, words looked for, and rows of the database."""
    return _ROWS.sub("DETAIL: hidden\n", _WORDS.sub(r"\1…", _KEYS.sub(r"/\1/…", text))).rstrip("\n")
