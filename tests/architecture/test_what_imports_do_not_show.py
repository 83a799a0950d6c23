"""Relations, templates and settings follow the same order as the imports."""

import re
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings

from .plan import PLAN, folder_of, may_know, python_files, room_of

POINTER = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
TEMPLATE_LINK = re.compile(r"""{%\s*url\s+["']([\w-]+):""")
# Any string that looks like the name of an address, whoever it is handed to.
PYTHON_LINK = re.compile(r"""["']([a-z]+):[a-z_]+["']""")


def test_relations_point_to_what_came_earlier():
    wrong = []
    for model in apps.get_models():
        room = room_of(model.__module__)
        for field in model._meta.get_fields() if room else []:
            target = room_of(field.related_model.__module__) if field.is_relation and field.concrete else None
            if target and not may_know(room, target):
                wrong.append(f"{model.__name__}.{field.name} points up to {target}")
    assert wrong == []


def test_earlier_rooms_carry_no_names_of_later_ones():
    wrong = []
    for model in apps.get_models():
        room = room_of(model.__module__)
        for field in model._meta.get_fields() if room else []:
            target = room_of(field.related_model.__module__) if field.is_relation and field.concrete else None
            if target and target != room and not field.remote_field.hidden:
                wrong.append(f'{model.__name__}.{field.name} needs related_name="+"')
    assert wrong == []


def test_templates_use_what_came_earlier():
    owners = {path: room for room in PLAN for path in templates_of(room)}
    wrong = []
    for room in PLAN:
        for path, file in templates_of(room).items():
            for used in POINTER.findall(file.read_text()):
                if used in owners and not may_know(room, owners[used]):
                    wrong.append(f"{path} uses {used}")
    assert wrong == []


def test_links_lead_to_what_came_earlier():
    owners = {name: room for room in PLAN if (name := address_name(room))}
    wrong = []
    for room in PLAN:
        texts = [(file, TEMPLATE_LINK) for file in templates_of(room).values()]
        texts += [(file, PYTHON_LINK) for file in python_files(room)]
        for file, pattern in texts:
            for name in pattern.findall(file.read_text()):
                if name in owners and not may_know(room, owners[name]):
                    wrong.append(f"{file.name} in {room} links to {name}")
    assert wrong == []


def test_settings_list_the_rooms_from_the_ground_up():
    listed = [room for app in settings.INSTALLED_APPS if (room := room_of(app))]

    for place, room in enumerate(listed):
        later = listed[place + 1 :]
        assert [other for other in later if PLAN[room] > PLAN[other]] == [], f"{room} is listed too early"


def templates_of(room):
    folder = folder_of(room) / "templates"
    return {str(file.relative_to(folder)): file for file in sorted(folder.rglob("*")) if file.is_file()}


def address_name(room):
    if find_spec(f"wijkhuis.{room}.urls") is None:
        return None
    return getattr(import_module(f"wijkhuis.{room}.urls"), "app_name", None)
