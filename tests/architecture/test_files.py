"""What is committed, and how long it is."""

import re
import tomllib

from .plan import ROOT, kept_files

LONGEST = 400
READ_BY_PEOPLE = {".py", ".html", ".css", ".js"}
MADE = {".mo", ".woff", ".woff2", ".ttf", ".otf", ".pyc", ".map"}
# Written in two halves, or this file would name them itself.
INDEX_HOSTS = ("py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js.org", "deb." + "debian.org")


def test_a_file_fits_in_one_head():
    long = [
        f"{file.relative_to(ROOT)}: {lines} lines"
        for file in kept_files()
        if file.suffix in READ_BY_PEOPLE
        and file.parent.name != "migrations"
        and (lines := len(file.read_text().splitlines())) > LONGEST
    ]
    assert long == []


def test_what_is_made_is_not_committed():
    made = [str(file.relative_to(ROOT)) for file in kept_files() if file.suffix in MADE]
    assert made == []


def test_no_file_names_the_host_of_a_package_index():
    named = [
        f"{file.relative_to(ROOT)} names {host}"
        for file in kept_files()
        for host in INDEX_HOSTS
        if host.encode() in file.read_bytes()
    ]
    assert named == []


def test_everything_that_is_asked_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    asked = {
        "demo": project["project"]["dependencies"] + groups["demo"],
        "dev": groups["test"] + groups["lint"],
    }
    missing = []
    for name, wishes in asked.items():
        pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / f"{name}.txt").read_text(), re.M))
        missing += [wish for wish in wishes if re.match(r"[\w.-]+", wish)[0].lower() not in pinned]
    assert missing == [], "run ./huis lock"
