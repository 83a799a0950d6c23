"""Whatever is typed, pasted or sent: an answer with a sentence, never a fault, and no words are lost."""

from functools import partial
from http.cookies import SimpleCookie
from itertools import cycle, islice

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.addresses import addresses_to_nowhere, every_address, names_in_queries
from tests.journeys.person import FORM, Page

TYPED = "Mijn buurman en ik komen er samen niet uit"
HOSTILE = [
    "\x00",
    "a\x00b",
    "",
    "   ",
    "\ud800",
    "😀👩‍👩‍👧‍👦" * 20,
    "\u202egnp.exe\u202c",
    "2026-02-31",
    "0001-01-01",
    "9999-12-31",
    "25:61",
    "-1",
    "0",
    "1",
    "99999999999999999999",
    "1e400",
    "NaN",
    "٣",
    "²",
    "None",
    "true",
    "' OR 1=1; drop table desk_question; --",
    "%s %(x)s {0} {x!r}",
    "{{ request.user }}{% load nothing %}",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "//elders.example/",
    "javascript:alert(1)",
    "\r\nSet-Cookie: a=b",
    "a" * 100_000,
    "https://" + "a" * 300 + ".nl",
]
values = st.sampled_from(HOSTILE)
FEW = settings(max_examples=2, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
FOR_MACHINES = {"home:health", "home:robots", "messages:notify_report"}
# Who fills in forms, and on the pages of which room: beside a coordinator a host has one form more, at the desk.
ROLES = {"coordinator": "", "host": "desk:", "administrator": "", "nobody": ""}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["coordinator", "nobody"])
def test_every_page_answers_whatever_stands_in_its_address(role, scene, sign_in):
    names = names_in_queries()

    @FEW
    @given(query=st.dictionaries(st.sampled_from(names), values, min_size=1, max_size=6))
    def look(address, query):
        everything = dict.fromkeys(names, next(iter(query.values()))) | query
        sent = {key: encodable(value) for key, value in everything.items()}
        answers(partial(Client.get, path=address, data=sent), role, scene, sign_in)

    signed_in(role, scene, sign_in)
    faults = {}
    for name, address in pages(scene):
        note(faults, name, partial(look, address=address))
    assert faults == {}


@pytest.mark.django_db
def test_every_form_answers_whatever_is_filled_in(scene, sign_in):
    faults, known = {}, set()
    for role, room in ROLES.items():
        signed_in(role, scene, sign_in)
        for name, address in pages(scene):
            if not name.startswith(room):
                continue
            forms = []
            note(
                faults,
                f"{role} {name}",
                lambda at=address, to=forms, who=role: to.extend(forms_at(at, who, scene, sign_in)),
            )
            for number, form in enumerate(forms):
                # The same form need not be tried by everybody who has it.
                mark = (name, tuple(sorted(form.names())))
                if mark not in known:
                    known.add(mark)
                    note(faults, f"{role} {name} form {number}", filling(form, address, role, scene, sign_in))
    assert len(known) > 40
    assert faults == {}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["coordinator", "nobody"])
def test_every_address_answers_whatever_is_sent_to_it(role, scene, sign_in):
    bodies = cycle(
        [
            (b"words=%ff%fe&way=%00", FORM),
            (b"\xff\xfe\x00{", FORM),
            (b'{"words": ["a"]}', "application/json"),
            (b"words", "text/plain"),
            (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
            (b"--x\r\n", "multipart/form-data"),
            (b"words=a&words=b&way[]=phone", FORM + "; charset=utf-16"),
            (b"a=1&" * 600, FORM),
        ]
    )
    signed_in(role, scene, sign_in)
    faults = {}
    for name, address in pages(scene):
        for body, kind in islice(bodies, 3):
            send = partial(Client.post, path=address, data=body, content_type=kind)
            note(faults, f"{name} {kind} {body[:12]!r}", partial(answers, send, role, scene, sign_in))
    assert faults == {}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["coordinator"])
def test_an_address_that_leads_nowhere_says_so(role, scene, sign_in):
    signed_in(role, scene, sign_in)
    faults = {}
    for name, address in addresses_to_nowhere():
        for send in (partial(Client.get, path=address), partial(Client.post, path=address)):
            note(faults, f"{name} {address[:60]}", partial(leads_nowhere, send, role, scene, sign_in))
    assert faults == {}


def leads_nowhere(send, role, scene, sign_in):
    answer = answers(send, role, scene, sign_in)
    assert answer.status_code != 200 or b"<h1" in answer.content


def filling(form, address, role, scene, sign_in):
    """Fill in one form with hostile values in some of its fields, and with words in the others."""
    names = sorted(form.names() - {"csrfmiddlewaretoken", "website"})
    presses = [(name, value) for name, value, _text in form.buttons] or [("", "")]

    @FEW
    @given(
        st.dictionaries(st.sampled_from([*names, "extra"]), values | st.none(), max_size=len(names)),
        st.sampled_from(presses),
    )
    def fill(hostile, pressed):
        sent = {**form.filled, **{name: [TYPED] for name in form.written}}
        sent |= {pressed[0]: [pressed[1]]} if pressed[0] else {}
        sent |= {name: [] if value is None else [encodable(value)] for name, value in hostile.items()}
        sent |= {
            name: SimpleUploadedFile("lijst.csv", str(hostile).encode()) for name in form.files if name not in hostile
        }
        answer = answers(lambda browser: browser.post(form.action or address, sent), role, scene, sign_in)
        untouched = all(sent.get(name) == form.filled[name] for name in form.hidden)
        typed = [name for name in words_of(form) if sent.get(name) == [TYPED]]
        refused = answer.status_code in (200, 400, 409, 422) and b"<form" in answer.content
        if typed and untouched and (refused or answer.status_code == 409):
            assert TYPED in answer.content.decode(), f"lost what was typed in {typed}, sending {short(sent)}"

    return fill


def pages(scene):
    """Every address that people read; not those where machines talk to machines."""
    return [(name, address) for name, address in every_address(scene) if name not in FOR_MACHINES]


def words_of(form):
    """Fields for words of one's own; what somebody looks for or signs in with is typed again in a moment."""
    leave = ("password", "code", "text", "email", "login", "look_for", "source")
    return [name for name in form.written if name not in leave]


def forms_at(address, role, scene, sign_in):
    with transaction.atomic():
        answer = answers(lambda browser: browser.get(address), role, scene, sign_in)
        transaction.set_rollback(True)
    if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
        return []
    seen, kept = set(), []
    for form in Page(answer.content.decode()).forms:
        mark = (form.action, tuple(sorted(form.names())))
        # The languages and the way out stand on every page.
        if mark not in seen and form.method == "post" and not form.action.startswith(("/taal/", "/account/")):
            seen.add(mark)
            kept.append(form)
    return kept


def answers(send, role, scene, sign_in):
    """Send it as somebody, undo what it did, and see that the answer is one for people."""
    browser = Client(raise_request_exception=True)
    with transaction.atomic():
        browser.cookies = signed_in(role, scene, sign_in)
        answer = send(browser)
        transaction.set_rollback(True)
    assert answer.status_code < 500, answer.status_code
    if answer.status_code in (200, 400, 403, 404, 409, 422, 429) and not answer.streaming:
        kind = answer.headers.get("Content-Type", "")
        assert "html" not in kind or answer.headers.get("HX-Request") or len(Page(answer.content.decode()).text) > 20
    if answer.status_code in (301, 302):
        assert not answer.headers["Location"].startswith(("//", "javascript:", "https://elders")), "an open door"
    return answer


def signed_in(role, scene, sign_in):
    """The cookies of somebody who signed in, once for the whole scene."""
    kept = vars(scene).setdefault("cookies", {})
    if role not in kept:
        browser = Client()
        if scene.people[role]:
            # The first page notes that somebody came in; no other page has to write it again.
            sign_in(scene.people[role], browser=browser).get("/")
        kept[role] = browser.cookies
    return SimpleCookie({name: morsel.value for name, morsel in kept[role].items()})


def note(faults, name, deed):
    try:
        with transaction.atomic():
            deed()
    except Exception as fault:
        faults[name] = short(f"{type(fault).__name__}: {fault}")


def encodable(text):
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if isinstance(text, str) else text


def short(thing):
    return str(thing)[:300]
