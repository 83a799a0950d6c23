"""The library of themes: whole, in every language, and nobody in it."""

import re
import tomllib
from collections import Counter

from wijkhuis.base.language.words import fold
from wijkhuis.loop.signals.rules.library import FOLDER, SPOKEN, edition, known_themes, no_theme, theme_known_as

HEADINGS = {"name", "english", "signal", *SPOKEN}


def test_every_theme_is_told_in_every_language():
    wrong = []
    for path in FOLDER.glob("*.toml"):
        for key, lines in tomllib.loads(path.read_text("utf-8")).items():
            if set(lines) != HEADINGS or not re.fullmatch(r"[a-z][a-z0-9-]{2,58}", key):
                wrong.append(f"{path.name}: {key}")
            wrong += [f"{key}: {name} is empty" for name, text in lines.items() if not text.strip()]
            wrong += [f"{key}: too few"] if len(lines["nl"].split("\n")) < 25 else []
            wrong += [f"{key}: does not begin with Iemand"] if not lines["signal"].startswith("Iemand ") else []
            wrong += [f"{key}: long name"] if len(lines["name"]) > 80 else []
    assert wrong == []


def test_no_heading_and_no_sentence_stands_twice():
    said = Counter(fold(line) for theme in known_themes() for line in theme.said)
    said.update(fold(line) for line in no_theme())

    assert [key for key, count in Counter(theme.key for theme in known_themes()).items() if count > 1] == []
    assert [line for line, count in said.items() if count > 1] == []


def test_a_line_is_short_and_holds_nobody():
    lines = [line for theme in known_themes() for line in (theme.name, theme.signal, *theme.said)] + list(no_theme())

    assert len(known_themes()) > 300
    assert len(no_theme()) > 300
    assert [line for line in lines if len(line) > 200 or "\t" in line] == []
    assert [line for line in lines if re.search(r"\w@\w", line) or re.search(r"\d{7}", line)] == []
    assert [line for line in lines if re.search(r"\d{4} ?[A-Z]{2}\b", line)] == []


def test_the_edition_has_a_name_and_themes_are_found_by_their_heading():
    assert re.fullmatch(r"[0-9a-f]{16}", edition())
    assert theme_known_as(known_themes()[0].key) == known_themes()[0]
    assert theme_known_as("no-such-theme") is None
