"""What somebody with the whole database could try, to find which question became which signal."""

import json

import pytest
from django.db import connection

from tests.cast import by
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.loop.desk.actions import forget_question
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions import Wording, keeping
from wijkhuis.loop.signals.models import Considered, Listener, Proposal, Signal
from wijkhuis.loop.signals.queries.who import identity_of

SENTENCES = [
    f"Iemand mist een {thing} in de buurt." for thing in "bank bus boom winkel kapper bakker slager dokter".split()
]


@pytest.fixture
def kept(transactional_db, ask, joost):
    """Eight questions, and each kept as a signal in a transaction of its own, in the order of their questions."""
    questions = [ask(sentence, called=f"Buur {place}") for place, sentence in enumerate(SENTENCES)]
    for question, sentence in zip(questions, SENTENCES, strict=True):
        actions.keep_signal(question, wording=Wording(sentence), by=by(joost))
    return questions


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_no_transaction_number_ties_a_signal_to_a_question(kept):
    last = {xmin for (xmin,) in rows("select distinct xmin::text from signals_signal")}
    assert len(last) == 1
    joined = rows("select s.sentence from signals_signal s join signals_considered c on c.xmin::text = s.xmin::text")
    # All or none: the transaction that kept the last one wrote all of them anew.
    assert len(joined) in (0, len(SENTENCES))
    journal = rows(
        "select distinct s.sentence from signals_signal s join journal_journalline j on j.xmin::text = s.xmin::text"
    )
    assert len(journal) in (0, len(SENTENCES))


def test_no_place_on_the_disk_tells_the_order(kept):
    keeping.lay_in_random_order()
    by_place = [sentence for (sentence,) in rows("select sentence from signals_signal order by ctid")]
    by_id = [sentence for (sentence,) in rows("select sentence from signals_signal order by id")]

    assert by_place == by_id


def test_before_the_night_they_do_not_lie_on_the_disk_as_they_came_either(kept):
    by_place = [sentence for (sentence,) in rows("select sentence from signals_signal order by ctid")]

    assert sorted(by_place) == sorted(SENTENCES)
    assert by_place != SENTENCES


def test_nothing_tells_which_signals_came_since_last_night(kept, ask, joost, house):
    Signal.objects.update(meaning=b"known since last night")
    question = ask("Ik mis een fietsenmaker.", called="Nieuwe buur")
    actions.keep_signal(question, wording=Wording("Iemand mist een fietsenmaker."), by=by(joost))

    assert rows("select count(distinct meaning is null), count(distinct xmin::text) from signals_signal") == [(1, 1)]

    actions.propose_themes(house, thorough=True)

    assert rows("select count(distinct meaning is null), count(distinct xmin::text) from signals_signal") == [(1, 1)]
    assert {proposal.made_on.day for proposal in Proposal.objects.all()} <= {1}


def test_no_column_holds_a_moment_a_number_in_a_row_or_the_question(kept):
    (signal,) = rows("select to_jsonb(s) - 'sentence' from signals_signal s limit 1")[0]
    values = str(signal)

    assert all(str(question.link_token) not in values for question in kept)
    assert {field.name for field in Signal._meta.fields if field.get_internal_type() == "DateTimeField"} == set()
    assert Signal._meta.pk.get_internal_type() == "UUIDField"
    assert json.loads(signal)["month"].endswith("-01")


def test_the_journal_tells_that_something_was_considered_in_the_house_and_no_more(kept, house):
    lines = rows("select about_kind, about_id, reason from journal_journalline where action like 'signals.%%'")
    assert set(lines) == {("house", house.pk, "")}


def test_the_token_of_somebody_is_not_the_hash_of_their_number(ask, joost, db):
    question = ask("Ik mis de bus.", called="Aylin", way="sms", phone="06 12 34 09 87")
    again = ask("Ik mis de bus weer.", called="A.", way="phone", phone="+31612340987")
    assert identity_of(question) == identity_of(again) == "phone +31612340987"
    actions.keep_signal(question, wording=Wording("Iemand mist de bus."), by=by(joost))
    from hashlib import sha256

    token = Signal.objects.get().pool_token
    assert token not in {sha256(text.encode()).hexdigest() for text in (identity_of(question), "+31612340987")}


def test_nameless_walk_ins_of_a_day_are_one_and_names_are_told_apart_by_street(ask, db):
    nameless = [ask("Ik mis de bus."), ask("Ik mis de bank.")]
    named = [ask("Ik mis de bus.", called="Jan", street=street) for street in ("Kade", "kade ", "Dijk")]

    assert len({identity_of(question) for question in nameless}) == 1
    assert len({identity_of(question) for question in named}) == 2


def test_whoever_is_forgotten_is_nowhere(ask, joost, rows_with, db):
    question = ask(
        "Ik ben Kanariepiet en ik snap de brief niet.",
        called="Kanariepiet",
        way="email",
        email="kanariepiet@voorbeeld.nl",
    )
    actions.keep_signal(question, wording=Wording("Iemand snapt de brief niet."), listens=True, by=by(joost))
    assert Listener.objects.exists()
    assert "signals_signal" not in rows_with("Kanariepiet")

    forget_question(question, by=SYSTEM)

    assert rows_with("Kanariepiet") == []
    assert not Listener.objects.exists()
    assert not Considered.objects.exists()
    assert Signal.objects.exists()


def test_after_a_year_a_signal_alone_has_no_token_any_more(ask, joost, db):
    question = ask("Ik snap de brief niet.")
    actions.keep_signal(question, wording=Wording("Iemand snapt de brief niet."), by=by(joost))

    assert keeping.let_go_of_old_tokens(on=clock.today()) == 0
    assert keeping.let_go_of_old_tokens(on=clock.add_months(clock.today(), 14)) == 1
    assert Signal.objects.get().pool_token == ""
