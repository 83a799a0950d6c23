"""Every address of the site, filled in with records of the scene, and the names that pages read from an address."""

import re
from contextlib import suppress
from itertools import cycle
from pathlib import Path

from django.conf import settings
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

HANDOVERS = {"desk:handover", "desk:take_back", "desk:new_code"}
PROGRAMME_RECORDS = dict.fromkeys(("change_action", "move_action", "remove_action"), "programme_action")
NOWHERE = [("99999999999999999999", "\u202e😀"), ("0", "x" * 3000), ("1234567", "%00{{a}}'\"--")]
READS_QUERY = re.compile(r"GET(?:\.get|\.getlist)?[(\[]\s*\"(\w+)\"")


def every_address(scene):
    """Name and address of every page."""
    for name, converters in every_name():
        yield name, reverse(name, kwargs={key: place_of(name, key, scene) for key in converters})


def every_name(resolver=None, space=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from every_name(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and entry.name:
            yield f"{space}{entry.name}", entry.pattern.regex.groupindex or entry.pattern.converters


def place_of(name, key, scene):
    """A record that fits in this place of the address; any record when nobody said which."""
    known = {
        "token": {"desk:partner": scene.handover_link, "signals:pair": scene.pair_key}.get(
            name, scene.question.link_token
        ),
        "offer": "answered",
        "slug": scene.house.slug,
        "page": "resident",
        "answer_pk": scene.answer.pk,
        "provider_id": "gemeente",
        "said": "klopt-nog",
        "uid": scene.entry.uid,
        "rest": "nergens",
        "uidb36": "1",
        "key": scene.joiner_key if name == "approaches:leave" else scene.method,
        "step": "plan",
        "approach_pk": scene.approach.pk,
        "number": 1,
    }
    return known.get(key) or record_of(name, scene)


def record_of(name, scene):
    room = name.partition(":")[0]
    if name in HANDOVERS:
        return scene.handover.pk
    for word in ("household", "discussion", "promise", "step", "item", "role", "partnership", "house"):
        if word in name.partition(":")[2] and room in ("desk", "office", "partners"):
            return getattr(scene, word).pk
    if room == "signals" and name != "signals:consider":
        return (scene.walkers if name == "signals:new_link" else scene.round).pk
    if room == "fieldwork":
        word = name.partition(":")[2]
        kinds = {"call": ("call", "tip", "close_call"), "tip": ("remove_tip", "tip_to_entry", "tip_to_key_person")}
        kinds["finding"] = ("finding", "accept", "take_back", "finding_to_entry")
        return getattr(scene, next((kind for kind, names in kinds.items() if word in names), "assignment")).pk
    if room == "agenda":
        word = name.partition(":")[2]
        kinds = {"point": ("item", "proposal"), "task": ("tick_task", "remove_task")}
        kinds |= {"decision": ("undo_decision", "keep_answer"), "concerned": ("remove_concerned",)}
        kinds["agenda_theme"] = ("theme", "decide", "concerned")
        return getattr(scene, next((kind for kind, names in kinds.items() if word.endswith(names)), "meeting")).pk
    if room == "signals":
        word = name.partition(":")[2]
        return getattr(scene, "proposal" if word == "proposal" else "seat" if "seat" in word else "theme").pk
    if room == "approaches":
        word = name.partition(":")[2]
        kinds = {"make": "approach_theme", "make_step": "approach_theme", "tick_step": "approach_step"}
        kinds |= {"tick_pledge": "pledge", "say_told": "hearing", "ask_to_join": "question"}
        return getattr(scene, kinds.get(word, "approach")).pk
    if room == "programme":
        word = name.partition(":")[2]
        return getattr(scene, "aim" if word == "end_aim" else PROGRAMME_RECORDS.get(word, "programme")).pk
    records = {
        "directory": scene.entry,
        "library": scene.document,
        "partners": scene.professional,
        "office": scene.house,
    }
    return records.get(room, scene.question).pk


def names_in_queries():
    """What pages read from the part of an address after the question mark."""
    found = {"page", "next"}
    for file in Path(settings.BASE_DIR, "wijkhuis").rglob("*.py"):
        found.update(READS_QUERY.findall(file.read_text()))
    return sorted(found)


def addresses_to_nowhere():
    """Every address with a place in it, filled in with one of the things that cannot be there, in turn."""
    names = [(name, places) for name, places in every_name() if places]
    for (name, places), (number, word) in zip(names, cycle(NOWHERE), strict=False):
        with suppress(NoReverseMatch):
            yield name, reverse(name, kwargs={key: number if "pk" in key else word for key in places})
