"""Driving a real Chromium: where it is found, how it starts, and that its console stays silent."""

import os
import re
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
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
# What stands in running text or beside a fact is as small as its line.
MAY_BE_SMALL = "p, dd, .sum-up, .nl-skip-link, .facts"
PICTURES = os.environ.get("HUIS_PICTURES")
SMALL_TARGETS = """outside => [...document.querySelectorAll("a, button, select, summary")]
  .filter(e => !e.closest(outside) && e.offsetHeight && e.offsetHeight < 44)
  .map(e => e.textContent.trim())"""
# Only what is wrong leaves the browser: the list of all that is right is long.
VIOLATIONS = """async tags => (await axe.run(document, {runOnly: tags, resultTypes: ["violations"]}))
  .violations.map(bad => [bad.id, bad.nodes[0].html])"""

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
    """Whether everybody can use the page as it is now, on a phone and at a desk: accessible(page).

    Axe has nothing to say, and nobody has to go sideways. With small_outside, a selector, everything to touch is at
    least 44 pixels high, but for what stands in there.
    """
    script = (embedded.HOME / "npm" / "node_modules" / "axe-core" / "axe.min.js").read_text()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def look(page, *, small_outside=None):
        before = page.viewport_size
        page.evaluate(script)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            take_picture(page)
            found = {
                "violations": page.evaluate(VIOLATIONS, tags),
                "sideways": not page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
                "small": page.evaluate(SMALL_TARGETS, small_outside) if small_outside else [],
            }
            assert found == {"violations": [], "sideways": False, "small": []}, f"{page.url} at {size['width']}"
        page.set_viewport_size(before)

    return look


def take_picture(page):
    """Keep how the page looks, when HUIS_PICTURES names a folder."""
    if PICTURES:
        language = page.evaluate("document.documentElement.lang")
        words = re.sub(r"\W+", "-", page.url.split("/", 3)[3])[:60].strip("-")
        name = f"{words or 'front'}-{language}-{page.viewport_size['width']}.png"
        page.screenshot(path=f"{PICTURES}/{name}", full_page=True)
