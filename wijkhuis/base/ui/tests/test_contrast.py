import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[1] / "static/ui/tokens.css"
GROUNDS = ["paper", "sheet", "campfire-wash", "evening-wash", "done-wash"]
WORDS = ["ink", "ink-soft", "campfire-deep", "evening", "evening-deep"]
PAIRS = [
    *[(words, ground) for words in WORDS for ground in GROUNDS],
    *[("on-accent", accent) for accent in ["campfire", "campfire-deep", "evening", "evening-deep", "done"]],
    *[(accent, ground) for accent in ["campfire", "done"] for ground in ["paper", "sheet"]],
    ("done", "done-wash"),
    ("ink-soft", "line"),
]
EDGES = [(edge, ground) for edge in ["edge", "campfire", "evening", "done", "ink"] for ground in ["paper", "sheet"]]


def colours():
    return dict(re.findall(r"--huis-([a-z-]+): (#[0-9a-f]{6});", TOKENS.read_text()))


def light(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    brighter, darker = sorted([light(one), light(other)], reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_every_ground_they_stand_on(words, ground):
    assert contrast(colours()[words], colours()[ground]) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_the_edge_of_a_field_can_be_seen(edge, ground):
    assert contrast(colours()[edge], colours()[ground]) >= 3


def test_every_colour_of_the_house_has_been_thought_about():
    used = {name for pair in PAIRS + EDGES for name in pair}
    assert set(colours()) <= used
