"""The page that shows the plan of the house shows the house as it is."""

import re

from .plan import PLAN, ROOT

PAGE = (ROOT / "docs/architecture/README.md").read_text()
TREE = PAGE.partition("## The tree")[2].partition("\n## ")[0]
DRAWING = PAGE.partition("```mermaid\nflowchart")[2].partition("```")[0]
STOREY = re.compile(r"^ {6}(\w+)/ ")
ROOM = re.compile(r"^ {8}(\w+)(?:/|\.py) ")


def rooms_in_the_tree():
    """Every room and loose file of the tree, as `storey.name`, in the order of the page."""
    storey = ""
    for line in TREE.splitlines():
        if found := STOREY.match(line):
            storey = found[1]
        elif found := ROOM.match(line):
            yield f"{storey}.{found[1]}"


def loose_files():
    files = (file for storey in ("base", "house", "loop", "site") for file in (ROOT / "wijkhuis" / storey).glob("*.py"))
    return {f"{file.parent.name}.{file.stem}" for file in files if file.stem != "__init__"}


def test_the_tree_shows_every_room_and_no_other():
    shown = list(rooms_in_the_tree())

    assert sorted(shown) == sorted({*PLAN, *loose_files()})


def test_the_tree_goes_from_the_ground_up():
    rooms = [room for room in rooms_in_the_tree() if room in PLAN]

    for place, room in enumerate(rooms):
        assert [other for other in rooms[place + 1 :] if PLAN[other] < PLAN[room]] == [], f"{room} stands too early"


def test_the_drawing_shows_every_room_in_its_storey():
    for storey in ("base", "house", "loop", "site"):
        block = DRAWING.partition(f"subgraph {storey}\n")[2].partition("\n  end")[0]
        known = {room.partition(".")[2] for room in {*PLAN, *loose_files()} if room.startswith(f"{storey}.")}

        assert set(re.findall(r"\w+", block)) == known, storey


def test_every_file_that_switches_the_house_on_is_named():
    files = {file.name for file in (ROOT / "config").glob("*.py")} - {"__init__.py"}

    assert {name for name in files if name not in TREE} == set()
