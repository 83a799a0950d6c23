"""The plan of the house, read from the import contracts in pyproject.toml."""

import ast
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read_plan():
    """Every room with its height: (storey, layer), where higher numbers may know lower ones."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = {contract["id"]: contract["layers"] for contract in contracts if "layers" in contract}
    heights = {}
    for storey_height, storey in enumerate(reversed(layers["storeys"])):
        for layer_height, layer in enumerate(reversed(layers[storey])):
            for name in layer.replace("(", "").replace(")", "").split("|"):
                heights[f"{storey}.{name.strip()}"] = (storey_height, layer_height)
    return {room: height for room, height in heights.items() if (ROOT / "wijkhuis" / room.replace(".", "/")).is_dir()}


PLAN = read_plan()


def may_know(room, other):
    """Whether one room may use another."""
    return room == other or PLAN[room] > PLAN[other]


def room_of(module):
    """The room of a dotted module name; None for what is not ours."""
    parts = module.split(".")
    name = ".".join(parts[1:3])
    return name if parts[0] == "wijkhuis" and name in PLAN else None


def folder_of(room):
    return ROOT / "wijkhuis" / room.replace(".", "/")


def python_files(room):
    """The room's own code, without its tests and migrations."""
    files = sorted(folder_of(room).rglob("*.py"))
    return [file for file in files if not {"tests", "migrations"} & set(file.relative_to(ROOT).parts)]


def syntax_of(file):
    return ast.walk(ast.parse(file.read_text()))


def kept_files():
    """Every file that is or will be committed."""
    asked = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in sorted(set(listed)) if (ROOT / name).is_file()]
