"""What the log never tells: the address that opens somebody's question, and the words a database refused."""

import logging
import re

_KEYS = re.compile(r"/(mijn|p|gevraagd)/[\w-]{16,}")
# The database repeats the whole refused row, until the next part of the error.
_ROWS = re.compile(r"^(DETAIL|CONTEXT):.*?(?=^The above exception|^During handling|\Z)", re.MULTILINE | re.DOTALL)


class CarefulFormatter(logging.Formatter):
    """Log lines without keys and without words of residents."""

    def format(self, record: logging.LogRecord) -> str:
        return hide(super().format(record))


def hide(text: str) -> str:
    """The text of a log line without links of residents and partners, and without rows of the database."""
    return _ROWS.sub("DETAIL: hidden\n", _KEYS.sub(r"/\1/…", text)).rstrip("\n")
