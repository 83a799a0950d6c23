import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wijkhuis.base.language.identity import find_identity, without_identity


class Command(BaseCommand):
    help = "Read questions, one per line as JSON, and write them without what says who somebody is"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--input", required=True, help='one {"question_id", "text"} per line; - is standard input')
        parser.add_argument("--output", default="-", help="where to write; standard output when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        bad = 0
        # Whatever the language of the machine: these files are UTF-8.
        with _open(options["input"], "r") as lines, _open(options["output"], "w") as answers:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    answers.write(answer(line) + "\n")
                except (ValueError, KeyError, TypeError) as problem:
                    bad += 1
                    self.stderr.write(f"line {number} was left out: {problem or type(problem).__name__}")
        self.stderr.write(f"{bad} lines were left out" if bad else "every line was read")


def answer(line: str) -> str:
    """One line of the answer: the text with neutral words, and where in the given text what was found."""
    question = json.loads(line)
    text = question["text"]
    if not isinstance(text, str):
        raise TypeError("text is not a string")
    spans = [{"start": span.start, "end": span.end, "type": span.type} for span in find_identity(text)]
    neutral = without_identity(text)
    found = {"question_id": question["question_id"], "text": neutral, "spans": spans}
    # Half a letter (a lone surrogate) cannot be written as it is.
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace").decode()


def _open(name: str, mode: str) -> Any:
    if name == "-":
        stream = sys.stdin if mode == "r" else sys.stdout
        return open(stream.fileno(), mode, encoding="utf-8", errors="replace", closefd=False)
    return Path(name).open(mode, encoding="utf-8", errors="replace")
