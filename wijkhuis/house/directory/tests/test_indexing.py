"""Many entries at once: with helpers, in pieces, and only what is new."""

import os
import signal
import subprocess
import sys
import time
from itertools import count

import numpy as np
import pytest
from django.db import connection

from wijkhuis.base.batches import batches, batches_by_key
from wijkhuis.base.language import helpers, meaning
from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Entry, Meaning
from wijkhuis.house.directory.queries.topics import topic_model

SENTENCES = ["samen eten", "hulp bij post", "een maatje zoeken", "taalles"]


def marks():
    return dict(Meaning.objects.values_list("pk", "written_in"))


def children():
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return set(file.read().split())


@pytest.fixture
def helped(monkeypatch):
    monkeypatch.setattr(helpers, "WORTH_HELP", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_helpers_give_what_one_process_gives_in_order(helped):
    told = [[f"{SENTENCES[n % 4]} {n}" for n in range(start, start + 5)] for start in range(0, 60, 5)]
    before = children()

    found = list(helpers.encoded_ahead(told, lambda texts: texts, count=60))

    assert [texts for texts, _numbers in found] == told
    for texts, numbers in found:
        np.testing.assert_allclose(numbers, meaning.encode(texts), atol=1e-5)
    assert children() == before


def test_a_helper_that_ends_leaves_its_work_to_us(helped, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")

    ((_texts, numbers),) = helpers.encoded_ahead([SENTENCES], lambda texts: texts, count=4)

    np.testing.assert_allclose(numbers, meaning.encode(SENTENCES), atol=1e-5)


def test_who_stops_halfway_leaves_no_helper_behind(helped):
    before = children()
    endless = helpers.encoded_ahead(([f"{n}"] for n in count()), lambda texts: texts, count=9)
    next(endless)
    assert children() > before

    endless.close()

    assert children() == before


def test_helpers_end_with_who_asked_them_even_when_that_was_killed():
    program = (
        "import os, time; from wijkhuis.base.language import helpers\n"
        "helpers.WORTH_HELP, os.cpu_count = 1, lambda: 2\n"
        "next(helpers.encoded_ahead(([str(n)] for n in range(99)), lambda texts: texts, count=9))\n"
        "asked = helpers.encoded_ahead(([str(n)] for n in range(99)), lambda texts: texts, count=9); next(asked)\n"
        "print(open(f'/proc/self/task/{os.getpid()}/children').read(), flush=True); time.sleep(60)"
    )
    asking = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=helpers.ROOT)
    ours = asking.stdout.readline().split()

    asking.send_signal(signal.SIGKILL)
    asking.wait()

    assert len(ours) >= 2
    for _attempt in range(100):
        if not any(is_running(pid) for pid in ours):
            return
        time.sleep(0.1)
    pytest.fail("a helper is still there")


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_the_same_text_is_encoded_once(monkeypatch):
    asked = []

    class Encoder:
        def encode(self, texts):
            asked.extend(texts)
            return np.ones((len(texts), meaning.SIZE), dtype=np.float32)

    monkeypatch.setattr(meaning, "_encoder", Encoder)

    assert meaning.encode(["a", "b", "a", "a"]).shape == (4, meaning.SIZE)
    assert sorted(asked) == ["a", "b"]


def test_the_night_marks_only_what_is_new(entries):
    index_entries()
    before = marks()
    changed = Entry.objects.order_by("pk").first()
    Entry.objects.filter(pk=changed.pk).update(description="Iets heel anders: schaken op dinsdag")
    connection.cursor().execute("UPDATE directory_meaning SET written_in = 1")

    assert index_entries() == len(before)

    assert {pk for pk, mark in marks().items() if mark != 1} == {changed.pk}


def test_an_entry_that_is_named_is_read_again_although_its_words_are_the_same(entries):
    index_entries()
    connection.cursor().execute("UPDATE directory_meaning SET written_in = 1")

    index_entries([entries[0].pk])

    assert {pk for pk, mark in marks().items() if mark != 1} == {entries[0].pk}


def test_what_people_say_is_kept_for_each_entry_by_itself(entries):
    for entry, lines in zip(entries, ([], ["ik zit alleen", "niemand belt"], ["die brief"]), strict=False):
        Entry.objects.filter(pk=entry.pk).update(people_say=lines)

    index_entries()

    said = np.frombuffer(bytes(Meaning.objects.get(pk=entries[1].pk).said), dtype=np.float16).reshape(-1, 512)
    np.testing.assert_allclose(said, meaning.encode(["ik zit alleen", "niemand belt"]), atol=1e-2)
    assert bytes(Meaning.objects.get(pk=entries[0].pk).said) == b""


def test_letters_count_as_the_vectorizer_of_the_lexicon_counts_them():
    lines = topic_model().formal
    texts = ["Samen eten in de buurt, élke week!", "", "x", "schuldhulpverlening schuldhulpverlening 12"]

    ours, theirs = lines.letters_in(texts), lines.letters.transform(texts)

    assert abs(ours - theirs).max() < 1e-6


def test_a_few_at_a_time_is_all_of_them_once(entries):
    rows = [entry.pk for batch in batches_by_key(Entry.objects.order_by("-name"), size=2) for entry in batch]

    assert rows == sorted(Entry.objects.values_list("pk", flat=True))
    assert list(batches(range(5), size=2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([], size=2)) == []
