"""When a message is tried again, and what may stand in it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkhuis.base.messages.rules import (
    ALLOWED,
    MOST_TRIES,
    Verdict,
    address_lines,
    after_notify,
    after_smtp,
    next_try_in,
    plain,
    short_text,
)


def test_tries_outlast_an_outage_of_four_hours_and_then_some():
    moment, tries = timedelta(0), 1
    while moment < timedelta(hours=4):
        moment += next_try_in(tries)
        tries += 1

    assert moment < timedelta(hours=5.1)
    assert sum(map(next_try_in, range(1, MOST_TRIES)), timedelta()) > timedelta(hours=40)
    assert next_try_in(MOST_TRIES) is None


@given(st.integers(1, MOST_TRIES - 2))
def test_every_wait_is_at_least_as_long_as_the_one_before(tries):
    assert timedelta(0) < next_try_in(tries) <= next_try_in(tries + 1)


@given(st.integers())
def test_any_number_of_tries_has_an_answer(tries):
    wait = next_try_in(tries)

    assert wait is None or wait > timedelta(0)


@pytest.mark.parametrize(
    ("code", "text", "about_recipient", "verdict"),
    [
        (550, "5.1.1 No such user", True, Verdict.NEVER),
        (550, "mailbox unavailable", True, Verdict.NEVER),
        (551, "User not local", True, Verdict.NEVER),
        (553, "5.1.3 Bad address", True, Verdict.NEVER),
        (550, "5.7.1 Blocked for spam", True, Verdict.LATER),
        (550, "We do not like what you write", False, Verdict.LATER),
        (552, "5.2.2 Mailbox full", True, Verdict.LATER),
        (451, "Greylisted", True, Verdict.LATER),
        (421, "Too busy", True, Verdict.LATER),
        (535, "5.7.8 Wrong password", False, Verdict.LATER),
    ],
)
def test_only_a_mailbox_that_does_not_exist_is_given_up(code, text, about_recipient, verdict):
    assert after_smtp(code, text, about_recipient=about_recipient) is verdict


@given(st.integers(200, 599), st.text(max_size=40), st.booleans())
def test_no_answer_of_a_mail_server_is_too_strange(code, text, about_recipient):
    verdict = after_smtp(code, text, about_recipient=about_recipient)

    assert verdict is Verdict.LATER or code in (550, 551, 553)


def test_a_mistake_of_ours_does_not_switch_off_an_address_at_notify():
    wrong_template = [{"error": "ValidationError", "message": "template_id is not a valid UUID"}]
    wrong_number = [{"error": "ValidationError", "message": "phone_number Not enough digits"}]

    assert after_notify(400, wrong_template) is Verdict.LATER
    assert (
        after_notify(400, [{"error": "BadRequestError", "message": "Missing personalisation: body"}]) is Verdict.LATER
    )
    assert after_notify(403, wrong_number) is Verdict.LATER
    assert after_notify(429, wrong_number) is Verdict.LATER
    assert after_notify(400, wrong_number) is Verdict.NEVER


@given(st.dictionaries(st.sampled_from(sorted(ALLOWED)), st.text()))
def test_what_passes_is_one_line_and_short(context):
    for key, value in plain(context).items():
        assert len(value.splitlines()) <= 1
        assert "\x00" not in value
        assert "://" not in value or key == "link"
        assert len(value) <= ALLOWED[key]


@given(st.lists(st.text(alphabet=st.characters(categories=["L", "Zs"]), max_size=200), max_size=12))
def test_a_text_message_is_short_and_keeps_its_link(lines):
    link = "https://huis.example/v/abcdefgh"

    text = short_text("\n".join([*lines, link]))

    assert text.endswith(link)
    assert len(text) <= 459


def test_a_postal_address_is_read_from_lines_or_commas():
    lines = ["Fatma", "Dreef 1", "2541 AB Den Haag"]

    assert address_lines("Fatma\nDreef 1\n2541 AB Den Haag") == lines
    assert address_lines("Fatma, Dreef 1, 2541 AB Den Haag") == lines
    assert address_lines("Dreef 1 2541 AB Den Haag") == lines[1:]
