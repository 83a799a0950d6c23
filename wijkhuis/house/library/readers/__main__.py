"""The process that reads: `python -m wijkhuis.house.library.readers text` or `draw 3 1600`, the file on its input.

`text` answers with JSON, one line for the facts and one for each page. `draw` answers with one line of JSON (size and
where each word stands) and then the picture itself.
"""

import json
import sys

from wijkhuis.house.library.readers.limits import set_limits
from wijkhuis.house.library.readers.said import LONGEST_PAGE, MOST_PAGES, Said, Unreadable


def main(command: str, *options: str) -> None:
    """Do what was asked and say what went wrong in one word."""
    set_limits()
    content, out = sys.stdin.buffer.read(), sys.stdout.buffer
    try:
        if command == "draw":
            draw(content, page=int(options[0]), largest=int(options[1]))
            return
        for line in lines_of(content):
            out.write(json.dumps(line).encode() + b"\n")
            out.flush()
    except Unreadable as problem:
        out.write(json.dumps({"problem": problem.word}).encode() + b"\n")
    except MemoryError:
        out.write(b'{"problem": "too_much"}\n')
    except (RecursionError, ValueError, KeyError, TypeError, LookupError, OSError, SyntaxError):
        out.write(b'{"problem": "broken"}\n')


def lines_of(content: bytes) -> Said:
    """The lines of a file by the reader of its kind, cut where they become too many or too long."""
    from wijkhuis.house.library.readers.kinds import reader_of

    for count, line in enumerate(reader_of(content)(content)):
        if count > MOST_PAGES:
            yield {"remark": "too_many_pages"}
            return
        if "words" in line:
            line["words"] = line["words"][:LONGEST_PAGE]
        yield line


def draw(content: bytes, *, page: int, largest: int) -> None:
    """Write where the words stand and the picture of one page."""
    from wijkhuis.house.library.readers.pdf import draw_page

    facts, picture = draw_page(content, page=page, largest=largest)
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
