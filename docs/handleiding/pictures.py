"""Makes the pictures of the manual and of the README again, from the pages of a running demo.

Start ./huis demo; then, with the packages of ./huis test and with Chromium, run this file with Python. Give it the
address of a resident's question, which the demo prints, to make that picture too.
"""

import os
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
HOUSE = f"http://localhost:{os.environ.get('HUIS_PORT', '8000')}"
LARGEST = 150_000
WORDS = "Mijn man is vorig jaar overleden. Ik zit de hele dag alleen en ik snap de brieven van de bank niet."


def main() -> None:
    """Take every picture."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        staff = sign_in(browser, "Joost")
        desk(staff)
        my_list(staff)
        question(staff)
        handover(staff)
        my_question(browser)
        public_page(browser)
        browser.close()


def desk(page: Page) -> None:
    """The desk, with a ladder that filled while somebody talked."""
    page.goto(f"{HOUSE}/balie/")
    page.locator("textarea[name=words]").press_sequentially(WORDS)
    page.wait_for_timeout(2500)
    keep(page, HERE.parent / "img" / "desk.png")


def my_list(page: Page) -> None:
    page.goto(f"{HOUSE}/vragen/mijn/")
    keep(page, HERE / "mijn-lijst.png")


def question(page: Page) -> None:
    page.goto(f"{HOUSE}/vragen/mijn/")
    page.locator("a.sentence[href^='/vragen/']").first.click()
    keep(page, HERE / "vraag.png")


def handover(page: Page) -> None:
    """What goes along, before anything is sent."""
    page.get_by_role("link", name="Overdragen aan een partner").click()
    page.locator("a.choice-button").first.click()
    page.wait_for_timeout(500)
    keep(page, HERE / "overdragen.png")


def my_question(browser: Browser) -> None:
    """What a resident sees on a phone, in Dutch; give the address that the demo printed."""
    for link in sys.argv[1:]:
        page = browser.new_page(viewport={"width": 390, "height": 780}, locale="nl-NL")
        page.goto(link)
        page.get_by_role("button", name="Nederlands").or_(page.get_by_role("link", name="Nederlands")).first.click()
        page.wait_for_load_state()
        keep(page, HERE / "mijn-vraag.png")


def public_page(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 800}, locale="nl-NL")
    page.goto(f"{HOUSE}/huis/de-brug/")
    keep(page, HERE / "huis.png")


def sign_in(browser: Browser, name: str) -> Page:
    """Be somebody of the demo, by the button that only the demo has."""
    page = browser.new_page(viewport={"width": 1140, "height": 800}, locale="nl-NL")
    page.goto(f"{HOUSE}/account/inloggen/")
    page.get_by_role("button", name=re.compile(name)).first.click()
    page.wait_for_load_state()
    return page


def keep(page: Page, file: Path) -> None:
    """Keep what is in sight, small enough for a repository."""
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.screenshot(path=file, animations="disabled")
    size = file.stat().st_size
    print(f"{file.name}: {size // 1000} kB, {page.url}")
    if size > LARGEST:
        sys.exit(f"{file.name} is larger than {LARGEST // 1000} kB: make the window smaller.")


if __name__ == "__main__":
    main()
