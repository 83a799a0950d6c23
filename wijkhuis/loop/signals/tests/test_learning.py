"""What a group confirms teaches: more of what comes in later is found, and one mistake spoils nothing."""

import hashlib
import json
from collections import defaultdict
from pathlib import Path
from random import Random

import numpy as np
import pytest

from wijkhuis.loop.signals.queries.recognising import LOYAL, profiles_of, without_who
from wijkhuis.loop.signals.rules.belonging import best_of, fits
from wijkhuis.loop.signals.rules.grouping import nearest_group

QUESTIONS = Path(__file__).resolve().parents[4] / "benchmarks" / "themes" / "questions.jsonl"
ROUNDS = 5


@pytest.fixture(scope="module")
def asked():
    """The half of the published questions on which no number was chosen: profiles, and who belongs together."""
    told = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    half = [one for one in told if int(hashlib.sha256(one["question_id"].encode()).hexdigest(), 16) % 2]
    return profiles_of([without_who(one["text"]) for one in half]), [one["theme"] for one in half]


def confirm_half(themes, chance, *, mistakes=0):
    """Half of four in five themes is confirmed: the labels, what comes later, and where that belongs."""
    members = defaultdict(list)
    for at, theme in enumerate(themes):
        members[theme].append(at)
    known = [theme for theme in sorted(members) if len(members[theme]) >= 4 and not theme.startswith("_single")]
    chance.shuffle(known)
    labels, belongs = np.full(len(themes), -1), np.full(len(themes), -1)
    for number, theme in enumerate(known[: len(known) * 4 // 5]):
        chance.shuffle(members[theme])
        belongs[members[theme]] = number
        labels[members[theme][: len(members[theme]) // 2]] = number
    strangers = np.flatnonzero(belongs < 0).tolist()
    chance.shuffle(strangers)
    for number in range(labels.max() + 1):
        labels[[strangers.pop() for _turn in range(mistakes)]] = number
    return labels, np.flatnonzero(labels < 0), belongs


def by_sentences(rows, labels, later):
    return best_of(fits(rows, labels, asked=later, themes=np.unique(labels[labels >= 0])))


def by_centre_only(rows, labels, later):
    nearest, alike = nearest_group(rows[later], rows, labels)
    return np.where(alike >= LOYAL, nearest, -1)


def found_and_right(asked, decide, *, mistakes=0):
    """Of what came later and belongs: the part that was found; and of what was proposed: the part that was right."""
    rows, themes = asked
    right = proposed = there = 0
    for turn in range(ROUNDS):
        labels, later, belongs = confirm_half(themes, Random(turn), mistakes=mistakes)
        said = decide(rows, labels, later)
        right += int(((said == belongs[later]) & (said >= 0)).sum())
        proposed += int((said >= 0).sum())
        there += int((belongs[later] >= 0).sum())
    return right / there, right / proposed


def test_confirmed_sentences_find_more_of_what_comes_later(asked):
    found_before, right_before = found_and_right(asked, by_centre_only)

    found, right = found_and_right(asked, by_sentences)

    assert found > found_before + 0.07
    assert right > right_before - 0.05


def test_one_wrong_yes_in_every_theme_spoils_nothing(asked):
    found_before, right_before = found_and_right(asked, by_sentences)

    found, right = found_and_right(asked, by_sentences, mistakes=1)

    assert found > found_before - 0.08
    assert right > right_before - 0.08
