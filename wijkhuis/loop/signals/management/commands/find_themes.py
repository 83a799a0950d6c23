"""./huis find_themes --input questions.jsonl: which questions belong together, without a database."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkhuis.loop.signals.queries.recognising import find_groups, profiles_of, without_who


class Command(BaseCommand):
    """Read {"question_id", "text"} per line, write {"question_id", "theme"} per line; null is none."""

    help = "Which questions of a file belong together; the same code proposes themes every night."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to read and to write."""
        parser.add_argument(
            "--input", required=True, help="a file with one JSON object per line, or - for standard input"
        )
        parser.add_argument("--output", help="a file to write to (standard output when it is not given)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, find, write."""
        asked = list(self._questions(options["input"]))
        self._say(f"{len(asked)} questions; the first time on a computer takes two minutes longer")
        themes = find(asked)
        lines = [json.dumps({"question_id": one, "theme": theme}, ensure_ascii=False) for one, theme in themes]
        text = "".join(f"{line}\n" for line in lines)
        if options["output"]:
            Path(options["output"]).write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")
        self._say(f"{len({theme for _one, theme in themes if theme})} themes")

    def _questions(self, name: str) -> Iterator[tuple[Any, str]]:
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as problem:
            raise CommandError(f"this file cannot be read: {problem}") from problem
        for number, line in enumerate(content.decode("utf-8-sig", "replace").split("\n"), start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                yield row["question_id"], str(row["text"])
            except (ValueError, KeyError, TypeError):
                self._say(f"line {number} was left out: it is not a question")

    def _say(self, sentence: str) -> None:
        self.stderr.write(sentence)


def find(asked: list[tuple[Any, str]]) -> list[tuple[Any, str | None]]:
    """The theme of each question, in the order they were asked; nothing for what stands alone."""
    texts = [without_who(text) for _one, text in asked]
    themes: list[str | None] = [None] * len(asked)
    taken: set[str] = set()
    for group in find_groups(texts, profiles_of(texts)):
        name = group.known_as if group.known_as and group.known_as not in taken else ", ".join(group.words)
        while name in taken:
            name += "+"
        taken.add(name)
        for at in group.members:
            themes[at] = name
    return [(one, theme) for (one, _text), theme in zip(asked, themes, strict=True)]
