from types import SimpleNamespace

import pytest

from wijkhuis.base.upkeep import catalogues

VIEW = """
from django.utils.translation import gettext as _, ngettext
words = [_("Save the question"), ngettext("%(number)s neighbour", "%(number)s neighbours", 2)]
"""
PAGE = """{% load i18n %}
<h1>{% translate "Who can help here?" %}</h1>
  {% blocktranslate trimmed with name=person.name %}
    Hello {{ name }},
    come in.
  {% endblocktranslate %}
<p title="{% translate 'Open' context 'door' %}">{{ _("Closed")|upper }}</p>
"""


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A small house with one room, which has one page."""
    room = tmp_path / "wijkhuis" / "loop" / "desk"
    (room / "templates" / "desk").mkdir(parents=True)
    (room / "views.py").write_text(VIEW)
    (room / "templates" / "desk" / "page.html").write_text(PAGE)
    monkeypatch.setattr(catalogues.apps, "get_app_configs", lambda: [SimpleNamespace(path=str(room))])
    return room


def dutch(room):
    return room / "locale" / "nl" / "LC_MESSAGES" / "django.po"


def translate(room, english, translation):
    text = dutch(room).read_text()
    dutch(room).write_text(text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{translation}"'))


def test_every_string_that_people_see_is_collected(room, tmp_path):
    catalogues.update(tmp_path)

    text = dutch(room).read_text()
    for words in ["Save the question", "Who can help here?", "Hello %(name)s, come in.", "Closed"]:
        assert f'msgid "{words}"\n' in text
    assert 'msgctxt "door"\nmsgid "Open"\n' in text
    assert 'msgid_plural "%(number)s neighbours"\nmsgstr[0] ""\nmsgstr[1] ""\n' in text


def test_a_translation_stays_and_the_file_does_not_change_by_itself(room, tmp_path):
    catalogues.update(tmp_path)
    translate(room, "Closed", "Dicht")

    assert catalogues.update(tmp_path) == []
    assert 'msgstr "Dicht"' in dutch(room).read_text()


def test_a_missing_dutch_sentence_is_told(room, tmp_path):
    catalogues.update(tmp_path)
    translate(room, "Closed", "Dicht")

    problems = catalogues.problems(tmp_path)

    assert any("'Save the question' is not translated" in problem for problem in problems)
    assert not any("Closed" in problem for problem in problems)


def test_a_new_sentence_makes_the_catalogue_out_of_date(room, tmp_path):
    catalogues.update(tmp_path)
    (room / "views.py").write_text(VIEW + '\nmore = _("Not solved yet")\n')

    assert any("out of date" in problem for problem in catalogues.problems(tmp_path))


def test_a_translation_that_loses_a_name_is_told(room, tmp_path):
    catalogues.update(tmp_path)
    translate(room, "Hello %(name)s, come in.", "Hallo %(naam)s, kom binnen.")

    assert any("Hello" in problem and "naam" in problem for problem in catalogues.problems(tmp_path))


def test_informal_dutch_holds_only_what_differs(room, tmp_path):
    (room / "locale" / "nl_Informal").mkdir(parents=True)

    catalogues.update(tmp_path)

    informal = room / "locale" / "nl_Informal" / "LC_MESSAGES" / "django.po"
    assert "Closed" not in informal.read_text()


def test_what_is_compiled_is_what_was_written(room, tmp_path):
    catalogues.update(tmp_path)
    translate(room, "Closed", "Dicht")

    assert catalogues.compile_catalogues(tmp_path) == 1
    assert b"Dicht" in dutch(room).with_suffix(".mo").read_bytes()
    assert catalogues.compile_catalogues(tmp_path) == 0
