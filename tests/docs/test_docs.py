"""What the documents promise is there."""

import re
from functools import cache
from urllib.parse import unquote

import pytest
from django.apps import apps
from django.core.management import get_commands

from tests.architecture.plan import ROOT, kept_files

LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"\./huis ([a-z_]+)")
VARIABLE = re.compile(r"\bHUIS_[A-Z_]+\b")
CODE_BLOCK = re.compile(r"^ *```python\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
LARGEST_PICTURE = 150_000
FOR_TESTS_ONLY = {"HUIS_TESTING"}
IN_PUBLICCODE = (
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
)


def pages():
    return [file for file in kept_files() if file.suffix == ".md"]


@cache
def all_code():
    files = [file for file in kept_files() if file.suffix == ".py" or file.name == "huis"]
    return {file.relative_to(ROOT): file.read_text() for file in files}


def test_every_link_leads_to_something():
    broken = []
    for page in pages():
        for target in LINK.findall(page.read_text()):
            path = unquote(target.split("#")[0])
            if "://" not in target and not target.startswith("mailto:") and not (page.parent / path).exists():
                broken.append(f"{page.relative_to(ROOT)} -> {target}")
    assert broken == []


def test_every_command_that_is_named_exists():
    # What ./huis help names, and what Django knows.
    known = set(COMMAND.findall((ROOT / "huis").read_text())) | set(get_commands())
    unknown = {
        f"{page.relative_to(ROOT)}: {name}"
        for page in pages()
        for name in COMMAND.findall(page.read_text())
        if name not in known
    }
    assert unknown == set()


def test_the_first_page_has_the_two_commands():
    words = (ROOT / "README.md").read_text()

    assert "    ./huis demo" in words
    assert "    ./huis test" in words


def test_models_are_in_the_glossary_and_its_words_are_in_the_code():
    glossary = (ROOT / "docs" / "glossary.md").read_text()
    ours = {model.__name__ for model in apps.get_models() if model.__module__.startswith("wijkhuis.")}

    missing = {name for name in ours if f"`{name}`" not in glossary}
    code = "\n".join(all_code().values())
    in_code = re.findall(r"`([A-Za-z_]+)(?:\.[\w.]+)?`", glossary)
    unknown = {name for name in in_code if not re.search(rf"\b{name}\b", code)}

    assert missing == set()
    assert unknown == set()


def test_code_in_the_first_hour_is_the_code_that_runs():
    code = {line.strip() for text in all_code().values() for line in text.splitlines()}
    for block in CODE_BLOCK.findall((ROOT / "docs" / "start" / "README.md").read_text()):
        changed = [line.strip() for line in block.splitlines() if line.strip() and line.strip() not in code]
        assert changed == []


def test_every_setting_of_the_environment_is_explained():
    running = [
        text
        for file, text in all_code().items()
        if not {"tests", "benchmarks"} & set(file.parts) and file.name != "conftest.py"
    ]
    used = set(VARIABLE.findall("\n".join(running))) - FOR_TESTS_ONLY
    explained = set(VARIABLE.findall((ROOT / "docs" / "how-to" / "settings.md").read_text()))

    assert {name for name in used if name not in explained} == set()
    assert {name for name in explained if name not in used} == set()


@pytest.mark.parametrize("key", IN_PUBLICCODE)
def test_publiccode_has_what_it_must_have(key):
    assert re.search(rf"^{key}:", (ROOT / "publiccode.yml").read_text(), re.MULTILINE)


def test_publiccode_is_short_where_it_must_be():
    words = (ROOT / "publiccode.yml").read_text()

    for sentence in re.findall(r"shortDescription: (.+)", words):
        assert len(sentence) <= 150
    version = re.search(r'softwareVersion: "(.+)"', words)[1]
    assert f'version = "{version}"' in (ROOT / "pyproject.toml").read_text()


def test_pictures_are_small():
    heavy = [file.name for file in kept_files() if file.suffix == ".png" and file.stat().st_size > LARGEST_PICTURE]
    assert heavy == []
