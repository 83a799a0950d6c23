"""The archive: everybody can read and touch its pages, narrow and wide, in three languages and by keyboard."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.test_approaches import look_at, signed_in  # noqa: F401
from tests.browser.test_look import MAY_BE_SMALL
from tests.chromium import PHONE
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.library import actions
from wijkhuis.house.library.tests.files import MINUTES, VISION, docx, pdf
from wijkhuis.house.library.tests.test_search import add

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def vision(house):
    add(docx(("Verslag", MINUTES)), "verslag.docx", title="Verslag van maart", year="2024")
    return add(
        pdf(VISION, MINUTES), "visie.pdf", title="Wijkvisie Noorderpoort", author="De buurt", licence="CC BY 4.0"
    )


@pytest.fixture
def is_good(page, accessible):
    return lambda: accessible(page, small_outside=MAY_BE_SMALL)


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_visitor_searches_and_reads_in_their_language(language, vision, page, live_server, is_good):
    page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/archief/")
    is_good()
    page.fill("#id_words", "buurttuin")
    page.press("#id_words", "Enter")
    expect(page.locator("mark").first).to_have_text("buurttuin")
    is_good()
    page.locator(".archive-hit h3 button").first.click()
    expect(page.locator("article mark").first).to_have_text("buurttuin")
    expect(page.locator("rect.archive-box")).to_have_count(1)
    is_good()
    page.locator("figcaption button").click()
    expect(page.locator(".archive-page--large rect.archive-box")).to_have_count(1)
    is_good()
    page.goto(f"{live_server.url}{reverse('library:document', args=[vision.pk])}")
    is_good()


def test_with_the_keyboard_alone_somebody_finds_a_page_and_the_next_one(vision, page, live_server):
    page.goto(f"{live_server.url}/archief/")
    page.focus("#id_words")
    page.keyboard.type("buurttuin")
    page.keyboard.press("Enter")
    page.locator(".archive-hit h3 button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article mark")).to_have_text("buurttuin")
    page.locator(".archive-walk button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_contain_text("schuldhulpverlening")
    assert "buurttuin" not in page.url


def test_nothing_found_is_said_with_what_to_try(vision, page, live_server, is_good):
    page.goto(f"{live_server.url}/archief/")
    page.fill("#id_words", '"xylofoonconcert"')
    page.press("#id_words", "Enter")
    expect(page.locator("main")).to_contain_text("vonden we niets")
    is_good()


def test_the_house_page_leads_to_the_archive(vision, house, page, live_server):
    page.goto(f"{live_server.url}/huis/{house.slug}/")
    page.locator("a[href*='/archief/']").first.click()
    expect(page.locator("main")).to_contain_text("Wijkvisie Noorderpoort")


def test_who_leads_a_house_keeps_the_archive(vision, carla, page, look_at, signed_in):  # noqa: F811
    broken = actions.hold(b"%PDF-1.4 half", file_name="half.pdf", by=SYSTEM, is_public=True)
    actions.read_waiting(broken.pk)
    actions.hold(b"Deze wacht nog.", file_name="wacht.txt", by=SYSTEM, is_public=True)
    signed_in(carla)

    one = [reverse(f"library:{name}", args=[vision.pk]) for name in ("change", "remove", "document")]
    look_at("/archief/", "/archief/beheer/", "/archief/beheer/nieuw/", *one)


def test_a_printed_page_says_where_its_words_come_from(vision, page, live_server):
    page.goto(f"{live_server.url}{reverse('library:page', args=[vision.pk, 1])}")
    page.emulate_media(media="print")

    expect(page.locator(".archive-refer")).to_contain_text("bladzijde 1 van 2")
    expect(page.locator(".archive-refer a")).to_be_visible()
    expect(page.locator(".archive-walk").first).to_be_hidden()
