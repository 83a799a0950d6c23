"""The import order is written down in pyproject.toml; this reads it aloud."""

import ast
import logging

from importlinter.cli import lint_imports

from config import embedded

from .plan import PLAN, ROOT, python_files, room_of, syntax_of

OWN = {"views", "forms", "jobs"}


def test_every_import_follows_the_plan(monkeypatch):
    monkeypatch.chdir(ROOT)
    # It would switch off every logger of the house, also for the tests that come after this one.
    monkeypatch.setattr("importlinter.cli._configure_logging", lambda verbose: None)

    assert lint_imports(cache_dir=str(embedded.HOME / "cache" / "import-linter"), no_logo=True) == 0
    assert not logging.getLogger("django.request").disabled


def test_views_forms_and_jobs_belong_to_their_own_room():
    wrong = []
    for room in PLAN:
        for file in python_files(room):
            for module in imported_modules(file):
                target = room_of(module)
                if target and target != room and OWN & set(module.split(".")[3:]):
                    wrong.append(f"{file.relative_to(ROOT)} imports {module}")
    assert wrong == []


def imported_modules(file):
    for node in syntax_of(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
