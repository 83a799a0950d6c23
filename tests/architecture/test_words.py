"""The words of the house: simple Dutch, "u" or "je" and never both, and residents are understood in four languages."""

import re

import pytest
from babel.messages.pofile import read_po

from wijkhuis.base.upkeep.catalogues import key, strings_in

from .plan import ROOT

ROOMS = ROOT / "wijkhuis"
OFFICIAL = re.compile(
    r"\b(middels|conform|teneinde|dien(t|en)? te|alsmede|inzake|derhalve|betreffende|voorts|reeds|indien|gelieve"
    r"|bovenstaande|cliënt(en)?|casus(sen)?|intake|triage|doelgroep(en)?|problematiek|traject(en)?|keten(s)?)\b",
    re.IGNORECASE,
)
POLITE = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jezelf|jullie)\b", re.IGNORECASE)
LONGEST = 20
# The two ways in which a house can address people, as a house manager chooses between them.
FORMS_OF_ADDRESS = {"u", "je"}
LONG_ON_PURPOSE: set[str] = set()

RESIDENTS_READ = (
    "base/access.py",
    "base/ui/dates.py",
    "base/ui/templates/*.html",
    "base/ui/templates/ui/base.html",
    "base/ui/templates/ui/error.html",
    "base/ui/templates/ui/kiosk.html",
    "base/ui/templates/ui/paper.html",
    "base/ui/templates/ui/resident.html",
    "base/ui/templates/ui/parts/*.html",
    "house/directory/forms/narrowing.py",
    "house/directory/queries/picture.py",
    "house/directory/queries/walking.py",
    "house/directory/queries/why.py",
    "house/directory/rules/times.py",
    "house/directory/rules/languages.py",
    "house/directory/templates/directory/entry.html",
    "house/directory/templates/directory/part_facts.html",
    "house/directory/templates/directory/part_age.html",
    "house/directory/templates/directory/part_made_by.html",
    "house/directory/templates/directory/check.html",
    "house/directory/templates/directory/check_gone.html",
    "house/directory/templates/directory/asked*.html",
    "house/directory/templates/directory/messages/key_person*.txt",
    "house/directory/templates/directory/part_drawing.html",
    "house/directory/templates/directory/part_narrow.html",
    "house/directory/templates/directory/part_picture.html",
    "house/directory/templates/directory/part_where.html",
    "house/library/forms/searching.py",
    "house/library/models/documents.py",
    "house/library/queries/search.py",
    "house/library/templates/library/archive.html",
    "house/library/templates/library/document.html",
    "house/library/templates/library/page.html",
    "house/library/templates/library/part_documents.html",
    "house/library/templates/library/part_facts.html",
    "house/library/templates/library/part_hits.html",
    "house/library/templates/library/part_picture.html",
    "house/library/templates/library/part_refer.html",
    "house/library/templates/library/part_walk.html",
    "house/library/views/reading.py",
    "house/neighbourhood/speaking.py",
    "house/people/rules.py",
    "loop/agenda/templates/agenda/houses.html",
    "loop/agenda/templates/agenda/messages/*.txt",
    "loop/agenda/templates/agenda/part_answer.html",
    "loop/agenda/templates/agenda/part_board.html",
    "loop/agenda/templates/agenda/part_mine.html",
    "loop/agenda/templates/agenda/part_told.html",
    "loop/agenda/templates/agenda/poster.html",
    "loop/agenda/templates/agenda/public.html",
    "loop/agenda/views/public.py",
    "loop/approaches/forms/joining.py",
    "loop/approaches/queries/page.py",
    "loop/approaches/templates/approaches/approaches.html",
    "loop/approaches/templates/approaches/join*.html",
    "loop/approaches/templates/approaches/leave.html",
    "loop/approaches/templates/approaches/left.html",
    "loop/approaches/templates/approaches/messages/news.txt",
    "loop/approaches/templates/approaches/messages/step_passed.txt",
    "loop/approaches/templates/approaches/methods/fa*.html",
    "loop/approaches/templates/approaches/methods/method*.html",
    "loop/approaches/templates/approaches/mine_join.html",
    "loop/approaches/templates/approaches/parts/mine.html",
    "loop/approaches/templates/approaches/parts/outcome.html",
    "loop/approaches/templates/approaches/parts/path.html",
    "loop/approaches/templates/approaches/parts/pledges.html",
    "loop/approaches/templates/approaches/parts/public.html",
    "loop/approaches/templates/approaches/parts/steps.html",
    "loop/approaches/templates/approaches/parts/what.html",
    "loop/approaches/templates/approaches/poster.html",
    "loop/approaches/templates/approaches/public.html",
    "loop/programme/models.py",
    "loop/programme/templates/programme/house.html",
    "loop/programme/templates/programme/houses.html",
    "loop/programme/templates/programme/paper.html",
    "loop/programme/templates/programme/part_*.html",
    "loop/desk/forms/mine.py",
    "loop/desk/queries/standing.py",
    "loop/desk/queries/told.py",
    "loop/desk/templates/desk/mine*.html",
    "loop/desk/templates/desk/messages/answered.txt",
    "loop/desk/templates/desk/messages/follow_up.txt",
    "loop/desk/templates/desk/messages/link.txt",
    "loop/desk/templates/desk/messages/someone_helps.txt",
    "loop/desk/views/mine*.py",
    "loop/signals/forms/pair.py",
    "loop/signals/templates/signals/mine*.html",
    "loop/signals/templates/signals/pair.html",
    "loop/signals/templates/signals/pair_gone.html",
    "loop/signals/views/mine.py",
    "loop/signals/views/pair.py",
    "site/home/forms.py",
    "site/home/queries.py",
    "site/home/templates/home/*.html",
    "site/home/views/*.py",
)
# What an action may answer to somebody without an account.
RESIDENTS_HEAR = (
    "Call us or come by with this question.",
    "Choose one of the four answers.",
    "Choose yes or no.",
    "Something went wrong. Try again.",
    "There is no more room here. Call us or come by.",
    "Thank you for telling us.",
    "This has ended. Call us, and we think along.",
    "This is longer than we can keep. Make it shorter, in a few sentences.",
    "This looks like a citizen service number. We do not keep that. Take it out, then you can go on.",
    "This question has already ended.",
    "This round has ended.",
    "This question is open already.",
    "This question was deleted.",
    "This was asked before. We do not ask it twice.",
    "We ask this only when a question is solved.",
    "What is your first name, and how can we reach you?",
    "Which e-mail address can we write to?",
    "Which number can we call or text?",
    "Write down at least one word.",
    "You are off the list. Your name and how to reach you are gone.",
    "Write down the question in the words of the person who asks.",
    "a little",
    "handed to the municipality",
    "we keep an eye on it",
    "we let it go",
    "we take this up",
    "I don't know",
    "no, not yet",
    "yes, it is solved",
)


def test_dutch_knows_no_official_words():
    wrong = [words for language in ("nl", "nl_Informal") for words in sentences(language) if OFFICIAL.search(words)]
    assert wrong == []


def test_a_house_that_says_u_never_says_je():
    assert [words for words in sentences("nl") if FAMILIAR.search(words) and words not in FORMS_OF_ADDRESS] == []


def test_a_house_that_says_je_never_says_u():
    assert [words for words in sentences("nl_Informal") if POLITE.search(words)] == []


def test_every_sentence_with_u_has_its_other_form_with_je():
    said = translations("nl_Informal")
    polite = {
        identity
        for identity, forms in translations("nl").items()
        if any(POLITE.search(form) and form not in FORMS_OF_ADDRESS for form in forms)
    }
    assert sorted(polite - said.keys()) == []


@pytest.mark.parametrize("language", ["nl", "nl_Informal"])
def test_residents_read_short_sentences(language):
    said = translations(language)
    wrong = []
    for identity in what_residents_meet():
        for form in said.get(identity, ()):
            wrong += [sentence for sentence in split(form) if len(sentence.split()) > LONGEST]
    assert set(wrong) - LONG_ON_PURPOSE == set()


@pytest.mark.parametrize("language", ["tr", "ar"])
def test_residents_are_understood_in_their_language(language):
    assert sorted(what_residents_meet() - translations(language).keys()) == []


def test_the_list_of_what_residents_read_names_only_files_that_exist():
    assert [pattern for pattern in RESIDENTS_READ if not list(ROOMS.glob(pattern))] == []


def what_residents_meet():
    found = {(words, "") for words in RESIDENTS_HEAR}
    for pattern in RESIDENTS_READ:
        for path in ROOMS.glob(pattern):
            found |= {key(message) for message in strings_in(path)}
    return found - STAFF_ONLY


# Parts that both residents and staff see hold a few words for staff; what is planned is told in other words.
STAFF_ONLY = {
    (words, "")
    for words in (
        "Look further together: it is not solved yet",
        "Think along and find out who can help",
    )
}


def translations(language):
    """Every translated string of a language, over all rooms: what it says, in all its forms."""
    found = {}
    for path in sorted(ROOMS.glob(f"*/*/locale/{language}/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language.split("_")[0]):
                forms = message.string if isinstance(message.string, tuple) else (message.string,)
                if message.id and all(forms):
                    found[key(message)] = forms
    return found


def sentences(language):
    return [form for forms in translations(language).values() for form in forms]


def split(text):
    return re.split(r"(?<=[.?!:])\s+", re.sub(r"<[^>]+>", "", text))
