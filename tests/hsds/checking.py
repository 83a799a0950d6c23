"""The two judges of the standard, in a virtual environment of their own: Open Referral's validator and JSON Schema."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from config import embedded

SCHEMAS = Path(__file__).parent / "schema31"
HOME = embedded.HOME / "hsds-check"
WANTED = ("hsds-validator==0.1.2", "jsonschema[format]==4.26.0")
# Prints every object that is not as the schema says.
LOOK = """
import json, pathlib, sys
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
schemas = {file.name: json.loads(file.read_text()) for file in pathlib.Path(sys.argv[1]).glob("*.json")}
kept = [(name, Resource.from_contents(one, default_specification=DRAFT202012)) for name, one in schemas.items()]
registry = Registry().with_resources(kept)
for kind, thing in json.load(sys.stdin):
    judge = Draft202012Validator(schemas[kind + ".json"], registry=registry, format_checker=FormatChecker())
    for wrong in judge.iter_errors(thing):
        print(kind, thing.get("id"), list(wrong.path), wrong.message[:200])
"""


def assert_valid(objects, folder):
    """Both judges have nothing to say about these objects: (kind, object) each."""
    python = judges()
    asked = json.dumps(list(objects))
    schema = subprocess.run([python, "-c", LOOK, SCHEMAS], input=asked, capture_output=True, text=True, check=True)
    assert schema.stdout == ""
    for kind, thing in json.loads(asked):
        place = folder / kind
        place.mkdir(exist_ok=True, parents=True)
        (place / f"{thing['id']}.json").write_text(json.dumps(thing))
    # It always ends with 0: what it says is on its output.
    for place in folder.iterdir():
        told = subprocess.run(
            [python.with_name("hsds-validate"), place, SCHEMAS], capture_output=True, text=True, check=False
        )
        report = json.loads(told.stdout[told.stdout.index("{") :])
        assert report["success"] is True, report["errors"][:5]


@cache
def judges():
    """The Python of their environment, made once; without a network the test says so, and in CI that is a failure."""
    python = HOME / "bin" / "python"
    stamp = HOME / ".installed"
    if stamp.exists() and stamp.read_text() == " ".join(WANTED):
        return python
    make = [sys.executable, "-m", "venv", "--without-pip", HOME]
    # It asks Python 3.13 and works on 3.11.
    fill = [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-compile"]
    fill += ["--disable-pip-version-check", "--ignore-requires-python", *WANTED]
    try:
        subprocess.run(make, check=True)
        subprocess.run(fill, check=True, timeout=600)
    except (subprocess.SubprocessError, OSError) as problem:
        sentence = f"the validator of the standard cannot be installed here: {problem}"
        pytest.fail(sentence, pytrace=False) if os.environ.get("CI") == "true" else pytest.skip(sentence)
    stamp.write_text(" ".join(WANTED))
    return python
