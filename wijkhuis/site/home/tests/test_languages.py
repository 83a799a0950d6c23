"""Residents read Dutch, English, Turkish and Arabic; staff keep reading Dutch."""

from pathlib import Path

import pytest
from django.apps import apps

from tests.cast import by
from wijkhuis.base.upkeep.catalogues import KEYWORDS, Shelf, extract_python, io, templatize, understand
from wijkhuis.loop.desk import actions

OF_RESIDENTS = {
    "home": ["templates/home/*.html", "forms.py", "views/*.py"],
    "desk": [
        "templates/desk/mine*.html",
        "templates/desk/messages/answered.txt",
        "templates/desk/messages/follow_up.txt",
        "templates/desk/messages/someone_helps.txt",
        "templates/desk/messages/link.txt",
        "forms/mine.py",
        "views/mine*.py",
        "queries/told.py",
    ],
    "neighbourhood": ["speaking.py"],
}


def strings(path):
    text = path.read_text()
    if path.suffix != ".py":
        text = f"({templatize(text)}\n)"
    found = extract_python(io.BytesIO(text.encode()), KEYWORDS, [], {})
    return {message.id for _line, function, words, _more in found if (message := understand(function, words, []))}


@pytest.mark.parametrize("language", ["tr", "ar"])
@pytest.mark.parametrize("room", OF_RESIDENTS)
def test_everything_residents_read_is_there_in_their_language(room, language):
    folder = Path(apps.get_app_config(room).path)
    said = {message.id for message in Shelf(folder, language).read() if message.id and message.string}

    missing = {
        words
        for pattern in OF_RESIDENTS[room]
        for path in folder.glob(pattern)
        for words in strings(path)
        if words not in said
    }

    assert missing == set()


def test_an_arabic_answer_reads_arabic_and_leaves_a_dutch_step_for_staff(client, house, joost, settings):
    question = actions.ask_online(house, words="مرحبا", wish=actions.Wish(language="ar"))
    actions.take_question(question, seen=question.holding_mark, by=by(joost))
    actions.mark_answered(question, by=by(joost))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"

    told = client.post(f"/mijn/{question.link_token}/hoe-ging-het/", {"outcome": "not"}, follow=True).content.decode()

    question.refresh_from_db()
    assert "Samen verder" in question.next_step
    assert "نواصل البحث معكم" in told
