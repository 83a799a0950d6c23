import re
from pathlib import Path

import pytest
from django import forms
from django.shortcuts import resolve_url
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

TEMPLATES = Path(__file__).parents[1] / "templates"
WIJKHUIS = Path(__file__).parents[3]
ALL_TEMPLATES = sorted(WIJKHUIS.glob("**/templates/**/*.html"))
KINDS = ["staff", "resident", "kiosk", "paper"]


class WordsForm(forms.Form):
    words = forms.CharField(label="Words", help_text="This alone is enough.")
    way = forms.ChoiceField(label="Way", choices=[("a", "Call"), ("b", "Come by")], widget=forms.RadioSelect)


def show(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar"])
def test_every_kind_of_page_opens_in_every_language(client, settings, kind, language):
    settings.DEBUG = True
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = client.get(f"/stijl/{kind}/")
    assert page.status_code == 200
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}" data-page="{kind}">' in page.content.decode()


@pytest.mark.django_db
def test_the_examples_are_not_there_in_a_real_house(client, settings):
    settings.DEBUG = False
    assert client.get("/stijl/").status_code == 404


def test_a_visitor_chooses_turkish_and_stays_on_the_page(client, settings):
    answer = client.post(resolve_url(settings.LANGUAGE_CHOICE_URL), {"language": "tr", "next": "/huis/de-brug/"})
    assert answer.url == "/huis/de-brug/"
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "tr"


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "405", "409", "429", "500"])
def test_an_error_page_needs_nothing_and_says_what_to_do_now(name):
    with translation.override("nl"):
        page = render_to_string(f"{name}.html")
    assert re.search(r"<h1>[^<]{10,}</h1>", page)
    assert re.search(r'<p class="lead">[^<]{20,}</p>', page)


def test_informal_dutch_is_dutch_to_a_browser():
    with translation.override("nl-informal"):
        page = render_to_string("404.html")
    assert '<html lang="nl" dir="ltr"' in page
    assert "niet voor jou" in page


def test_a_wrong_field_says_so_to_a_screen_reader():
    form = WordsForm({})
    page = show("{% error_summary form %}{% field form.words %}{% field form.way %}", form=form)
    assert 'aria-describedby="id_words_help id_words_error"' in page
    assert 'id="id_words_error"' in page
    assert 'aria-invalid="true"' in page
    assert 'href="#id_words"' in page
    assert 'href="#id_way_0"' in page
    assert page.count('id="id_way_0"') == 1


def test_two_empty_fields_are_told_apart_in_the_list_above():
    with translation.override("nl"):
        page = show("{% error_summary form %}", form=WordsForm({}))

    assert ">Words: Vul dit nog in.<" in page
    assert ">Way: Vul dit nog in.<" in page


@pytest.mark.parametrize(("in_sight", "folded"), [(1, 0), (3, 2), (0, 2)])
def test_a_rung_folds_what_may_not_fit(in_sight, folded):
    items = [{"title": f"Idea {number}", "why": "It is near"} for number in range(in_sight + folded)]
    rung = {"key": "hood", "items": items[:in_sight], "more": items[in_sight:]}

    at_once, _fold, behind = show('{% include "ui/parts/ladder.html" %}', rungs=[rung]).partition("<details>")

    assert (at_once.count("Idea"), behind.count("Idea")) == (in_sight, folded)


def test_a_new_filling_of_the_ladder_leaves_the_notes_alone():
    page = show(
        '{% include "ui/parts/ladder_fill.html" %}', rungs=[{"key": "hood", "items": [], "empty": "Nobody yet."}]
    )
    assert 'id="rung-hood" hx-swap-oob="innerHTML"' in page
    assert "textarea" not in page


def test_what_somebody_typed_is_never_taken_for_markup():
    rows = [{"url": "/", "who": "<b>Joost</b>", "what": "<script>", "since": "", "next": ""}]
    page = show('{% include "ui/parts/sentences.html" %}', rows=rows)
    assert "<script>" not in page
    assert "&lt;b&gt;Joost" in page


@pytest.mark.parametrize("path", ALL_TEMPLATES, ids=lambda path: str(path.relative_to(WIJKHUIS)))
def test_no_template_has_a_style_or_script_of_its_own(path):
    source = path.read_text()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=[\"']|javascript:", source)
    # Data for search engines is no script: a browser never runs it.
    assert not re.search(r"<script(?![^>]*(?:\bsrc=|application/ld\+json))", source)
