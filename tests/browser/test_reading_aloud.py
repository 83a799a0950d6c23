"""Reading a page aloud: every piece in its own language, and what the device cannot speak is left out.

A headless browser has no voices; which voices there are is given, what is spoken with them is written down.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
VOICES = """codes => {
  window.spoken = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  speechSynthesis.getVoices = () => codes.map((lang) => ({ lang, name: lang }));
  speechSynthesis.cancel = () => {};
  speechSynthesis.speak = (one) => { spoken.push([one.lang, one.text]); setTimeout(() => one.onend?.(), 0); };
  speechSynthesis.dispatchEvent(new Event("voiceschanged"));
}"""


@pytest.fixture
def read(house, live_server, page):
    def go(*voices, language):
        page.context.add_cookies([{"name": "huis_taal", "value": language, "url": live_server.url}])
        page.goto(live_server.url + reverse("approaches:method", args=["neighbours-for-neighbours"]))
        page.evaluate(VOICES, list(voices))
        button = page.locator("[data-read-aloud]").first
        if button.is_hidden():
            return None
        button.click()
        # Not a function that is asked again and again: the page lets nobody make one of words.
        expect(button).not_to_have_attribute("aria-pressed", "true")
        return page.evaluate("spoken")

    return go


def test_dutch_words_on_an_arabic_page_are_read_by_a_dutch_voice(read):
    spoken = read("nl-NL", "ar-SA", language="ar")

    assert {code for code, _text in spoken} == {"nl-NL", "ar-SA"}
    assert spoken[0] == ["nl-NL", "Buren voor buren"]


def test_without_a_dutch_voice_the_dutch_words_are_left_out_and_reading_ends(read):
    spoken = read("ar-SA", language="ar")

    assert {code for code, _text in spoken} == {"ar-SA"}


def test_without_a_voice_for_the_page_nothing_is_offered(read):
    assert read("en-GB", language="ar") is None
