"""Driving a real Chromium: where it is found, how it starts, and that its console stays silent."""

import os
import shutil

import pytest
from playwright.sync_api import expect

from config import embedded
from wijkhuis.base.upkeep.frontend import install_frontend

FOUND = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

# A slow machine may take its time; a page that is ready is seen at once.
expect.set_options(timeout=30_000)


def pytest_runtest_setup(item):
    """Without a browser these tests say so; where nobody reads along that is a failure."""
    if not item.get_closest_marker("browser"):
        return
    # Playwright keeps an event loop running, which Django would otherwise refuse to work beside.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    if FOUND is None:
        sentence = "there is no Chromium here; on Debian: apt-get install chromium"
        pytest.fail(sentence, pytrace=False) if os.environ.get("CI") == "true" else pytest.skip(sentence)
    # Quick when they are there already; a page without its style sheets complains in the console.
    install_frontend(root=embedded.ROOT, home=embedded.HOME)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": FOUND, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "nl-NL", "viewport": {"width": 1100, "height": 900}}


@pytest.fixture
def page(page):
    """A page whose console has nothing to complain about."""
    complaints = []
    page.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


@pytest.fixture
def accessible():
    """Ask axe whether everybody can use the page as it is now: accessible(page)."""
    script = (embedded.HOME / "npm" / "node_modules" / "axe-core" / "axe.min.js").read_text()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def look(page):
        page.evaluate(script)
        found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
        assert [(bad["id"], bad["nodes"][0]["html"]) for bad in found["violations"]] == []

    return look
