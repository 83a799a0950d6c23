"""Promises of STYLE.md that a machine can keep."""

import ast

from .plan import PLAN, ROOT, folder_of, python_files, syntax_of

WRITING = {"save", "create", "bulk_create", "get_or_create", "update_or_create", "delete"}
ASKING = {"objects", "now", "today", "localdate"}
SCREEN = 45


def test_forms_never_save():
    wrong = []
    for room in PLAN:
        for file in python_files(room):
            if "forms" in (file.stem, file.parent.name):
                wrong += [f"{file.relative_to(ROOT)}:{line}" for line in writing_lines(file)]
    assert wrong == []


def test_rules_take_values_and_ask_nothing():
    wrong = []
    for room in PLAN:
        for file in python_files(room):
            for node in syntax_of(file) if file.stem == "rules" else []:
                if isinstance(node, ast.Attribute) and node.attr in ASKING:
                    wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} {node.attr}")
    assert wrong == []


def test_saving_has_no_hidden_effects():
    wrong = []
    for room in PLAN:
        for file in python_files(room):
            for node in syntax_of(file):
                saves = isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"} and node.args.args
                module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
                # The room of that name is about what lives in the neighbourhood.
                listens = module.endswith(("signals", "django.dispatch")) and not module.startswith("wijkhuis.")
                if (saves and node.args.args[0].arg == "self") or listens:
                    wrong.append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def test_the_day_of_a_moment_is_the_day_in_the_house_and_not_in_greenwich():
    wrong = []
    for room in PLAN:
        for file in python_files(room):
            for node in syntax_of(file):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "date":
                    moment = getattr(node.func.value, "attr", getattr(node.func.value, "id", ""))
                    # What was read from the database has the clock of Greenwich; local names are local already.
                    if moment.endswith("_at"):
                        wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} timezone.localdate({moment})")
    assert wrong == []


def test_work_for_later_goes_along_with_the_transaction():
    wrong = []
    for room in PLAN:
        for file in python_files(room):
            for node in syntax_of(file):
                method = getattr(node.func, "attr", "") if isinstance(node, ast.Call) else ""
                # A queryset names fields, a task gets values by name.
                if method == "defer" and node.keywords:
                    wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} use base.queue.leave_work")
    assert wrong == []


def test_every_room_with_tests_says_what_it_is_for_on_one_screen():
    wrong = []
    for room in PLAN:
        readme = folder_of(room) / "README.md"
        finished = (folder_of(room) / "tests").exists()
        if finished and not readme.exists():
            wrong.append(f"{room} has no README.md")
        elif readme.exists() and len(readme.read_text().splitlines()) > SCREEN:
            wrong.append(f"{room}/README.md is longer than a screen")
    assert wrong == []


def writing_lines(file):
    for node in syntax_of(file):
        calls = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING
        defines = isinstance(node, ast.FunctionDef) and node.name == "save"
        if calls or defines:
            yield node.lineno
