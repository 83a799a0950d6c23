"""The manual in docs/handleiding, as one page with a table of contents; its source stays there."""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = settings.BASE_DIR / "docs" / "handleiding"
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+\.png)\)")


@dataclass(frozen=True)
class Chapter:
    """A chapter as a safe piece of page, and where its headings are: (anchor, words) each."""

    anchor: str
    title: str
    page: SafeString
    parts: Sequence[tuple[str, str]]


@cache
def chapters(pictures_at: str) -> Sequence[Chapter]:
    """The welcome and then every chapter in order; pictures_at is the address under which pictures are given out."""
    files = [FOLDER / "README.md", *sorted(FOLDER.glob("[0-9]*.md"), key=_number)]
    return tuple(_chapter(file, pictures_at) for file in files if file.exists())


@cache
def pictures() -> dict[str, Path]:
    """The pictures the chapters show, by name; no other file is ever given out."""
    named = [
        (file.parent / path).resolve() for file in FOLDER.glob("*.md") for path in PICTURE.findall(file.read_text())
    ]
    return {file.name: file for file in named if file.is_relative_to(settings.BASE_DIR / "docs") and file.exists()}


def _number(file: Path) -> tuple[int, str]:
    digits = re.match(r"\d+", file.name)
    return int(digits[0]) if digits else 0, file.name


def _chapter(file: Path, pictures_at: str) -> Chapter:
    # With html=False a tag in a chapter is shown as words: no chapter can carry a script.
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("table_open", lambda *_args: '<div class="scroll" tabindex="0"><table>\n')
    reader.add_render_rule("table_close", lambda *_args: "</table></div>\n")
    tokens = reader.parse(file.read_text())
    title, *parts = _name_headings(tokens, chapter=file.stem)
    for token in (child for parent in tokens for child in parent.children or []):
        if token.type == "link_open":
            token.attrs["href"] = _inside(str(token.attrs["href"]))
        if token.type == "image":
            token.attrs |= _picture(Path(str(token.attrs["src"])).name, pictures_at)
    page = mark_safe(reader.renderer.render(tokens, reader.options, {}))  # noqa: S308
    return Chapter(*title, page, parts)


def _name_headings(tokens: Sequence[Token], *, chapter: str) -> list[tuple[str, str]]:
    """Give every heading an anchor, one level lower than in its file, and tell (anchor, words) of each."""
    told = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            words = tokens[place + 1].content
            anchor = chapter.lower() if token.tag == "h1" else f"{chapter}-{slugify(words)}".lower()
            token.attrs["id"] = anchor
            told.append((anchor, words))
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1]) + 1}"
    return told


def _inside(link: str) -> str:
    """A link to another chapter leads to its heading on the same page; to another document it leads nowhere."""
    if "://" in link:
        return link
    file = FOLDER / link
    return f"#{file.stem.lower()}" if file.parent == FOLDER else "#readme"


def _picture(name: str, pictures_at: str) -> dict[str, Any]:
    """Where a picture is, and how large (a PNG says so in its first bytes), so that nothing moves when it comes in."""
    facts: dict[str, Any] = {"src": pictures_at + name, "loading": "lazy"}
    if name in pictures():
        facts["width"], facts["height"] = struct.unpack(">II", pictures()[name].read_bytes()[16:24])
    return facts
