"""From the desk to an answer that holds: Samira walks in, and the house does not let go."""

import re

import pytest
from django.core.management import call_command

from wijkhuis.base.journal.models import JournalLine
from wijkhuis.loop.desk import rules, schedule
from wijkhuis.loop.desk.models import Question

WORDS = "Er zit zwarte schimmel achter het bed van mijn dochter en de verhuurder zwijgt"
TELLING = ["schimmel", "dochter", "verhuurder"]


@pytest.mark.django_db(transaction=True)
def test_a_question_is_heard_handed_over_followed_up_and_never_lost(
    house, joost, corporation, fatma, pieter, entries, at_screen, visitor, post, days_pass, rows_with
):
    # Given: Samira tells Joost what it is about, and how she wants to hear back.
    desk = at_screen(joost).open("/balie/")
    desk.press("Save the question", words=WORDS, called="Samira", way="email", email="samira@post.example")
    assert desk.says("The question is kept")
    question = Question.objects.get()
    number = f"/vragen/{question.pk}/"
    code = re.search(r"\b[2-9A-Z]{3,5}[- ]?[2-9A-Z]{3,5}\b", desk.page.text)
    assert code, desk.page.text
    desk.follow(f"{number}briefje/")
    assert question.short_code in desk.page.text.replace(" ", "").replace("-", "")

    # When: Joost asks Pieter, who says no and knows somebody better.
    desk.open(f"{number}overdragen/").follow(f"?aan={key_of(desk, 'Pieter')}")
    desk.press("send=1", note="Kun jij meekijken?")
    assert "Pieter" in desk.page.text
    colleague = at_screen(pieter).open("/overdracht/")
    colleague.follow("/overdracht/")
    assert "zwarte schimmel" in colleague.page.text
    assert "Samira" not in colleague.page.text
    colleague.press("answer=no", reason="Dat is voor de woningcorporatie", suggestion="Vraag Fatma van Woonstad")
    desk.open(number)
    assert "Vraag Fatma van Woonstad" in desk.page.text

    # And: Fatma gets a link by mail and a code by phone, and says yes.
    desk.open(f"{number}overdragen/").follow(f"?aan={key_of(desk, 'Fatma')}")
    desk.press("send=1", note="Kun je bellen?", fields_along=["words", "called"])
    spoken = re.search(r"\b\d{3} ?\d{3}\b", desk.page.text).group()
    invitation = post("fatma@woonstad.test")[-1]
    partner = type(visitor)().open(invitation.links[0])
    assert "schimmel" not in partner.page.text
    partner.press("Open", code=spoken)
    assert "zwarte schimmel" in partner.page.text
    partner.press("answer=yes", next_step="Een opzichter komt kijken")
    partner.press("answer=did", **{"did-words": "De opzichter heeft een ventilator geplaatst"})

    # Then: two weeks later the house asks how it went, and "no" opens it on the next rung.
    rung = Question.objects.get().rung
    days_pass(17)
    schedule.ask_how_it_went()
    asked = post("samira@post.example")[-1]
    samira = visitor.open(asked.links[0])
    assert WORDS in samira.page.text
    samira.press("outcome=not")
    question.refresh_from_db()
    assert question.is_open
    assert question.answered_at is None
    assert question.rung == rules.next_rung(rung)

    # And: Joost holds it again, answers, and Samira says that it is solved.
    desk = at_screen(joost).open(number)
    if any(form.button(desk.word("I take this up")) for form in desk.page.forms):
        desk.press("I take this up")
    desk.open(f"{number}antwoord/").press("Save the answer", words="De gemeente controleert het huis op dinsdag")
    desk.open(f"{number}beantwoord/").press("Yes, it is answered")
    days_pass(17)
    schedule.ask_how_it_went()
    asked = post("samira@post.example")[-1]
    samira.open(asked.links[0]).press("outcome=solved")
    samira.press("Tell the house", words="Ik kan op maandag soep koken")
    assert "Ik kan op maandag soep koken" in samira.page.text

    # And: no letter ever held a word of it, and she reads who did what and who looked.
    for address in ("samira@post.example", "fatma@woonstad.test", "pieter@buurtteam.test", joost.email):
        for letter in post(address):
            assert not [word for word in TELLING if word in letter.text.lower()]
    for name in ("Joost", "Fatma", "Pieter"):
        assert name in samira.page.text
    looked = set(JournalLine.objects.filter(about_id=question.pk).values_list("action", flat=True))
    assert {"desk.handover_read", "desk.question_looked_at"} <= looked

    # And: she deletes everything, and nothing of her is left anywhere.
    samira.follow("/wissen/").press("Yes, delete everything now")
    call_command("work", "--once")
    for words in ("zwarte schimmel", "Samira", "samira@", "ventilator", "soep koken", "opzichter", "Kun je bellen"):
        assert rows_with(words) == []
    assert samira.open(asked.links[0]).status == 404


def key_of(person, name):
    """What the choice of this person sends."""
    return next(href for href, text in person.page.links if name in text).partition("aan=")[2]
