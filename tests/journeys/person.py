"""Somebody with a browser: reads the page, fills in a form that is there, and presses a button."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

FORM = "application/x-www-form-urlencoded"
NOT_READ = {"script", "style", "title"}


@dataclass
class Form:
    """One form as it stands on a page: where it goes, what is filled in, what can be chosen and pressed."""

    method: str
    action: str
    filled: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    buttons: list[list[str]] = field(default_factory=list)

    def names(self):
        return {*self.filled, *self.options, *self.written}

    def button(self, words):
        """A button by its words, or by what it sends: name=value."""
        for name, value, text in self.buttons:
            if words in (text, f"{name}={value}"):
                return name, value
        return None


class Page(HTMLParser):
    """What a browser makes of a page: words, links and forms."""

    def __init__(self, html):
        super().__init__()
        self.forms, self.links, self.words, self.language = [], [], [], "nl"
        self._form, self._tags, self._select, self._textarea, self._link = None, [], None, None, None
        self._in_button = False
        self.feed(html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        has = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.language = has.get("lang", "nl")
        opens = getattr(self, f"_open_{tag}", None)
        if opens:
            opens(has)
        if tag in NOT_READ:
            self._tags.append(tag)

    def handle_endtag(self, tag):
        if tag in NOT_READ and self._tags:
            self._tags.pop()
        if tag == "textarea" and self._textarea:
            # A browser leaves out the first line end of a textarea.
            self._form.filled[self._textarea] = ["".join(self._typed).removeprefix("\n")]
            self._textarea = None
        if tag == "form":
            self._form = None
        if tag == "select":
            self._select = None
        if tag == "a":
            self._link = None
        if tag == "button":
            self._in_button = False

    def handle_data(self, data):
        if self._textarea:
            self._typed.append(data)
        if not self._tags:
            self.words.append(data)
        if self._link is not None:
            self.links[self._link][1] += data
        if self._in_button and self.lasttag in ("button", "small", "span"):
            self._form.buttons[-1][2] = " ".join((self._form.buttons[-1][2] + data).split())

    def _open_form(self, has):
        self._form = Form(has.get("method", "get").lower(), has.get("action", ""))
        self.forms.append(self._form)

    def _open_input(self, has):
        name, kind, value = has.get("name"), has.get("type", "text"), has.get("value", "")
        if not name or not self._form or "disabled" in has:
            return
        if kind in ("radio", "checkbox"):
            self._form.options.setdefault(name, []).append(value or "on")
            if "checked" in has:
                self._form.filled.setdefault(name, []).append(value or "on")
            return
        if kind == "file":
            self._form.files.append(name)
            return
        (self._form.hidden if kind == "hidden" else self._form.written).append(name)
        self._form.filled[name] = [value]

    def _open_textarea(self, has):
        if self._form and has.get("name"):
            self._textarea, self._typed = has["name"], []
            self._form.written.append(has["name"])

    def _open_select(self, has):
        self._select = has.get("name")

    def _open_option(self, has):
        if not self._form or not self._select:
            return
        first = self._select not in self._form.options
        self._form.options.setdefault(self._select, []).append(has.get("value", ""))
        if first or "selected" in has:
            self._form.filled[self._select] = [has.get("value", "")]

    def _open_button(self, has):
        if self._form and has.get("type", "submit") == "submit":
            self._form.buttons.append([has.get("name", ""), has.get("value", ""), ""])
            self._in_button = True

    def _open_a(self, has):
        if "href" in has:
            self._link = len(self.links)
            self.links.append([has["href"], ""])


class Person:
    """Walks through the pages as somebody at a screen does; English words are looked up in the page's language."""

    def __init__(self, *, user=None, sign_in=None):
        self.browser = Client(enforce_csrf_checks=True)
        self.page, self.html, self.status = None, "", 0
        self.at = "/"
        if user:
            sign_in(user, browser=self.browser)

    def open(self, address):
        """Go to an address and look."""
        place = urlsplit(address)
        return self._look(
            self.browser.get(place.path + (f"?{place.query}" if place.query else ""), follow=True), address
        )

    def follow(self, words, /):
        """Press a link with these words, or one that leads to this piece of an address."""
        for href, text in self.page.links:
            if self.word(words) == " ".join(text.split()) or (words[:1] in "/?" and words in href):
                return self.open(urljoin(self.at, href))
        raise AssertionError(f"no link {words!r} on {self.at}: {[text for _href, text in self.page.links]}")

    def press(self, words, /, **typed):
        """Fill in the form with this button and press it; a value of None takes a tick away."""
        form, (name, value) = self._form_with(words)
        sent = {key: list(values) for key, values in form.filled.items()}
        for key, text in typed.items():
            assert key in form.names(), f"no field {key!r} at {self.at}, only {sorted(form.names())}"
            sent[key] = [] if text is None else list(text) if isinstance(text, (list, tuple)) else [str(text)]
        if name:
            sent[name] = [value]
        to = urljoin(self.at, form.action) if form.action else self.at
        body = urlencode(sent, doseq=True)
        return self._look(self.browser.post(to, body, content_type=FORM, follow=True), to)

    def says(self, words):
        """Whether the page says this, in its own language."""
        return self.word(words) in self.page.text

    def word(self, words):
        """The words as the house says them in the language of the page."""
        with translation.override(self.page.language):
            return " ".join(gettext(words).split())

    def _form_with(self, words):
        for form in self.page.forms:
            found = form.button(self.word(words)) or form.button(words)
            if found:
                return form, found
        there = [button[2] for form in self.page.forms for button in form.buttons]
        raise AssertionError(f"no button {words!r} at {self.at}, only {there}")

    def _look(self, answer, address):
        if answer.redirect_chain:
            address = urljoin(address, answer.redirect_chain[-1][0])
        self.at, self.status = address, answer.status_code
        self.html = answer.content.decode()
        self.page = Page(self.html)
        assert answer.status_code < 500, f"{address} gave {answer.status_code}"
        return self
