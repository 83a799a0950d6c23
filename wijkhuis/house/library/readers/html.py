"""A web page: what people read on it, without the menus around it and without anything that runs."""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from wijkhuis.house.library.readers.said import Said, Unreadable
from wijkhuis.house.library.readers.sections import numbered
from wijkhuis.house.library.readers.text import decode

# What stands around the text, and what is no text.
AROUND = (
    "script style noscript template iframe object embed svg math form button select textarea nav header footer aside "
    "head link meta canvas audio video dialog"
).split()
BLOCKS = frozenset(
    "p div section article main li ul ol dl dt dd table tr td th blockquote pre h1 h2 h3 h4 h5 h6 br hr figure "
    "figcaption body address details summary".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
DEEPEST = 400
_LETTERS = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read(content: bytes) -> Said:
    """The text of a web page by its blocks."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    root = lxml.html.document_fromstring(_decoded(content).encode("utf-8", "replace"), parser=parser)
    title = " ".join((root.findtext(".//title") or "").split())
    author = next(iter(root.xpath("//meta[@name='author']/@content")), "")
    language = (root.get("lang") or "")[:2].lower()
    whole = next(iter(root.xpath("//main|//article|//*[@role='main']")), None)
    body = whole if whole is not None else root.find("body")
    paragraphs = list(_paragraphs(body)) if body is not None else []
    if not paragraphs:
        raise Unreadable("empty")
    heading = next((words for is_heading, words in paragraphs if is_heading), "")
    yield {"facts": {"format": "html", "title": title or heading, "author": author, "language": language}}
    yield from numbered(paragraphs)


def _decoded(content: bytes) -> str:
    said = _LETTERS.search(content[:2048])
    try:
        words = content.decode(said.group(1).decode()) if said else decode(content)
    except (UnicodeDecodeError, LookupError):
        words = decode(content)
    # lxml refuses a text with a declaration of other letters than it gets.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", words).replace("\x00", "")


def _paragraphs(body: etree._Element) -> Iterator[tuple[bool, str]]:
    """The blocks of a page in their order, each with whether it is a heading."""
    for element in body.xpath("|".join(f".//{name}" for name in AROUND)):
        element.drop_tree() if hasattr(element, "drop_tree") else None
    line: list[str] = []
    is_heading = False
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in BLOCKS:
            if words := " ".join(" ".join(line).split()):
                yield is_heading, words
            line, is_heading = [], event == "start" and name in HEADINGS
        text = element.text if event == "start" else element.tail if element is not body else None
        if (text and name) or (text and event == "end"):
            line.append(text)
    if words := " ".join(" ".join(line).split()):
        yield is_heading, words
