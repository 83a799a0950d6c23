"""Assignments: made in a minute, filled in on a phone, gone through in taps, and shown to the class."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import by, make_role, make_user
from wijkhuis.base import clock
from wijkhuis.base.errors import NotYours, RuleBroken
from wijkhuis.base.journal.models import JournalLine
from wijkhuis.house.directory.models import Entry, OpeningTime, Verification
from wijkhuis.house.fieldwork import schedule
from wijkhuis.house.fieldwork.actions import (
    accept_finding,
    close_assignment,
    fill_in,
    make_assignment,
    take_back_acceptance,
)
from wijkhuis.house.fieldwork.models import Assignment, Finding
from wijkhuis.house.fieldwork.queries import learnt_from, stalest_entries
from wijkhuis.house.people.models import Role

TODAY, NEW = reverse("fieldwork:today"), reverse("fieldwork:new_assignment")
SOON = clock.today() + timedelta(days=7)


def at(name, pk):
    return reverse(f"fieldwork:{name}", args=[pk])


@pytest.fixture
def round_of_wim(house, joost, wim, entries):
    """Wim looks at three entries; Joost goes through them."""
    return make_assignment(
        house, kind="check", title="Kijk of deze kloppen", due_on=SOON, entries=entries, done_by=wim, by=by(joost)
    )


def cards(assignment):
    return list(assignment.findings.select_related("entry"))


def test_the_ten_that_nobody_looked_at_for_longest_are_chosen_already(sign_in, joost, house, city):
    long_ago = clock.today() - timedelta(days=900)
    for number in range(14):
        day = None if number < 2 else long_ago + timedelta(days=number)
        Entry.objects.create(name=f"Plek {number:02}", neighbourhood=city.noorderpoort, verified_on=day)
    Entry.objects.create(name="Elders", neighbourhood=city.waterkant)

    page = sign_in(joost).get(NEW, {"soort": "check"}).content.decode()

    offered = [entry.name for entry in stalest_entries(house)]
    assert offered == [f"Plek {number:02}" for number in range(14)]
    assert page.count(" checked") == 10
    assert "Elders" not in page


def test_a_host_makes_it_in_a_minute_for_a_volunteer_or_for_a_first_name(sign_in, joost, wim, entries):
    facts = {"title": "Kijk", "due_on": SOON, "supervisor": joost.pk, "entries": [entry.pk for entry in entries]}
    browser = sign_in(joost)

    nobody = browser.post(f"{NEW}?soort=check", facts)
    browser.post(f"{NEW}?soort=check", {**facts, "done_by": wim.pk})
    browser.post(f"{NEW}?soort=talk", {**facts, "done_by_name": "Sanne"})

    assert nobody.status_code == 422
    for_wim, for_sanne = Assignment.objects.order_by("pk")
    assert (for_wim.done_by, for_wim.findings.count()) == (wim, 3)
    assert (for_sanne.first_name, for_sanne.findings.count()) == ("Sanne", 3)
    assert [entry.pk for entry in stalest_entries(for_wim.house)] == []


def test_a_card_is_kept_at_once_and_twice_is_once(sign_in, wim, round_of_wim):
    right, changed, _rest = cards(round_of_wim)
    browser = sign_in(wim)

    assert "Kijk of deze kloppen" in browser.get(TODAY).content.decode()
    page = browser.post(at("finding", right.pk), {"outcome": "right"}, follow=True)
    browser.post(at("finding", right.pk), {"outcome": "right"})
    without_words = browser.post(at("finding", changed.pk), {"outcome": "changed"})
    browser.post(at("finding", changed.pk), {"outcome": "changed", "note": "Nu op woensdag"})

    assert page.redirect_chain[0][0].endswith(f"#card-{changed.pk}")
    assert f"saved:finding-{right.pk}" in page.content.decode()
    assert without_words.status_code == 422
    assert [finding.outcome for finding in cards(round_of_wim)] == ["right", "changed", ""]
    assert JournalLine.objects.filter(action="fieldwork.finding_filled_in").count() == 2


def test_they_see_what_their_assignment_needs_and_nothing_of_others(sign_in, wim, house, joost, entries, round_of_wim):
    other = make_assignment(house, kind="talk", title="Praten", due_on=SOON, done_by_name="Sanne", by=by(joost))
    browser = sign_in(wim)

    assert browser.get(at("assignment", round_of_wim.pk)).status_code == 200
    assert browser.get(at("assignment", other.pk)).status_code == 404
    assert browser.get(at("review", round_of_wim.pk)).status_code == 403
    assert browser.get(NEW).status_code == 403
    assert browser.post(at("accept", cards(round_of_wim)[0].pk), {"became": "verified"}).status_code == 403


def test_another_house_sees_nothing_of_it(sign_in, nils, round_of_wim):
    for name in ("assignment", "review", "learnt", "assignment_paper"):
        assert sign_in(nils).get(at(name, round_of_wim.pk)).status_code == 404
    with pytest.raises(NotYours):
        fill_in(cards(round_of_wim)[0], outcome="right", by=by(nils))


def test_a_student_without_an_account_takes_paper_along_and_the_supervisor_fills_it_in(sign_in, joost, house, entries):
    made = make_assignment(
        house, kind="check", title="Ronde", due_on=SOON, entries=entries, done_by_name="Sanne", by=by(joost)
    )
    browser = sign_in(joost)

    paper = browser.get(at("assignment_paper", made.pk)).content.decode()
    browser.post(at("finding", cards(made)[0].pk), {"outcome": "right"})

    assert paper.count("☐") == 9
    assert "Sanne" in paper
    assert cards(made)[0].outcome == "right"


def test_what_is_right_is_taken_over_in_one_tap_and_can_be_undone(sign_in, wim, joost, round_of_wim):
    for finding in cards(round_of_wim)[:2]:
        fill_in(finding, outcome="right", by=by(wim))
    browser = sign_in(joost)

    browser.post(at("accept_all", round_of_wim.pk))
    browser.post(at("accept_all", round_of_wim.pk))

    first = cards(round_of_wim)[0]
    known = Verification.objects.filter(how="student", outcome="right")
    assert known.count() == 2
    assert first.entry.verified_on == clock.today()
    browser.post(at("take_back", first.pk))
    first = cards(round_of_wim)[0]
    assert (first.entry.verified_on, first.accepted_on, known.count()) == (None, None, 1)


def test_gone_leaves_the_map_for_a_coordinator_and_comes_back_by_undoing(carla, joost, wim, round_of_wim):
    gone = fill_in(cards(round_of_wim)[0], outcome="gone", note="Pand staat leeg", by=by(wim))

    accept_finding(gone, became="verified", by=by(carla))
    assert not Entry.objects.get(pk=gone.entry_id).is_published

    take_back_acceptance(gone, by=by(carla))
    assert Entry.objects.get(pk=gone.entry_id).is_published
    assert not Verification.objects.exists()


def test_what_is_different_is_corrected_on_the_map_and_then_known_to_be_right(sign_in, joost, wim, round_of_wim):
    changed = fill_in(cards(round_of_wim)[0], outcome="changed", note="Nieuw nummer", by=by(wim))

    page = sign_in(joost).get(at("review", round_of_wim.pk)).content.decode()
    sign_in(joost).post(at("accept", changed.pk), {"became": "corrected"})

    assert reverse("directory:change", args=[changed.entry_id]) in page
    assert Verification.objects.get().outcome == "right"


def test_a_talk_becomes_a_note_or_a_new_entry(sign_in, joost, house, city):
    made = make_assignment(house, kind="talk", title="Praten", due_on=SOON, done_by_name="Sanne", by=by(joost))
    first, second, _third = cards(made)
    browser = sign_in(joost)
    assert browser.post(at("finding", first.pk), {"note": ""}).status_code == 422
    browser.post(at("finding", first.pk), {"note": "Er is een schaakclub in de bieb"})
    browser.post(at("finding", second.pk), {"note": "Mist een bankje"})

    address = at("finding_to_entry", first.pk)
    browser.post(address, {"name": "Schaakclub", "kind": "group", "description": "In de bieb"})
    browser.post(at("accept", second.pk), {"became": "note"})
    browser.post(at("accept", second.pk), {"became": "verified"})

    assert Entry.objects.get().name == "Schaakclub"
    assert Entry.objects.get().verified_on == clock.today()
    assert [finding.became for finding in cards(made)] == ["entry", "note", ""]


def test_the_class_sees_numbers_words_and_thanks(sign_in, joost, wim, round_of_wim):
    right, changed, gone = cards(round_of_wim)
    fill_in(right, outcome="right", by=by(wim))
    fill_in(changed, outcome="changed", note="Nu op woensdag", by=by(wim))
    fill_in(gone, outcome="gone", by=by(wim))
    for finding, became in ((right, "verified"), (changed, "corrected"), (gone, "verified")):
        accept_finding(finding, became=became, by=by(joost))

    sign_in(joost).post(at("learnt", round_of_wim.pk), {"learnt": "Bellen werkt het best."})
    page = sign_in(wim).get(at("learnt", round_of_wim.pk)).content.decode()
    paper = sign_in(wim).get(at("learnt_paper", round_of_wim.pk)).content.decode()

    learnt = learnt_from(round_of_wim)
    assert (learnt.found, learnt.right, learnt.changed, learnt.gone, learnt.fresh) == (3, 1, 1, 1, 2)
    for words in ("Bellen werkt het best.", "Nu op woensdag", "Dank, Wim!"):
        assert words in page
        assert words in paper
    assert sign_in(wim).post(at("learnt", round_of_wim.pk), {"learnt": "x"}).status_code == 403
    with pytest.raises(RuleBroken):
        fill_in(gone, outcome="right", by=by(wim))


def test_it_is_handed_to_somebody_else_or_stopped(sign_in, joost, wim, house, round_of_wim):
    fill_in(cards(round_of_wim)[0], outcome="right", by=by(wim))
    sanne = make_user("Sanne", needs_second_factor=False)
    make_role(sanne, Role.Kind.VOLUNTEER, house)
    browser = sign_in(joost)

    browser.post(at("hand_over", round_of_wim.pk), {"done_by": sanne.pk, "due_on": SOON})
    assert sign_in(wim).get(at("assignment", round_of_wim.pk)).status_code == 404
    assert sign_in(sanne).get(at("assignment", round_of_wim.pk)).status_code == 200
    sign_in(joost).post(at("stop_assignment", round_of_wim.pk))

    round_of_wim.refresh_from_db()
    assert round_of_wim.closed_on == clock.today()
    assert [finding.outcome for finding in cards(round_of_wim)] == ["right"]


def test_a_citizen_number_is_kept_nowhere(sign_in, wim, joost, round_of_wim):
    card = cards(round_of_wim)[0]

    answer = sign_in(wim).post(at("finding", card.pk), {"outcome": "changed", "note": "111222333"})

    assert answer.status_code == 422
    assert "111222333" not in str(Finding.objects.values())


def test_the_pages_cost_the_same_whatever_the_amount(sign_in, joost, wim, house, city, django_assert_max_num_queries):
    many = [Entry.objects.create(name=f"Plek {number}", neighbourhood=city.noorderpoort) for number in range(30)]
    made = make_assignment(house, kind="check", title="Veel", due_on=SOON, entries=many[:20], done_by=wim, by=by(joost))
    for finding in cards(made)[:10]:
        accept_finding(fill_in(finding, outcome="right", by=by(wim)), became="verified", by=by(joost))

    for user, name in ((wim, "assignment"), (joost, "review"), (joost, "learnt"), (joost, "assignment_paper")):
        browser = sign_in(user)
        with django_assert_max_num_queries(12):
            browser.get(at(name, made.pk))
    browser = sign_in(joost)
    with django_assert_max_num_queries(12):
        browser.get(f"{NEW}?soort=check")


def test_the_name_of_a_student_and_what_was_said_are_forgotten_a_year_later(house, joost, entries):
    given = {"title": "Praat", "due_on": SOON, "done_by_name": "Yusra", "by": by(joost)}
    made = make_assignment(house, kind="check", entries=entries[:1], **given)
    (card,) = cards(made)
    fill_in(card, outcome="right", note="Fatima zegt het", by=by(joost))
    accept_finding(card, became="verified", by=by(joost))
    recent = make_assignment(house, kind="talk", **given)

    Assignment.objects.filter(pk=made.pk).update(due_on=clock.today() - timedelta(days=400))
    schedule.forget_old_assignments()

    assert list(Assignment.objects.all()) == [recent]
    assert Verification.objects.get().entry == entries[0]


def test_the_paper_of_who_has_no_account_shows_no_square(sign_in, joost, wim, house, round_of_wim):
    for_sanne = make_assignment(house, kind="talk", title="Praten", due_on=SOON, done_by_name="Sanne", by=by(joost))
    browser = sign_in(joost)

    with_account = browser.get(at("assignment_paper", round_of_wim.pk)).content.decode()
    without = browser.get(at("assignment_paper", for_sanne.pk)).content.decode()

    assert "data:image/svg" in with_account
    assert "data:image/svg" not in without
    assert "vierkant" not in without
    assert "Geef het aan Joost" in without


def test_the_class_sees_what_several_assignments_taught(sign_in, joost, wim, house, round_of_wim):
    for_sanne = make_assignment(house, kind="talk", title="Praten", due_on=SOON, done_by_name="Sanne", by=by(joost))
    fill_in(cards(round_of_wim)[0], outcome="right", by=by(joost))
    for made, words in ((round_of_wim, "Bellen werkt."), (for_sanne, "Koffie werkt.")):
        close_assignment(made, learnt=words, by=by(joost))
    browser, page = sign_in(joost), reverse("fieldwork:class_learnt")

    together = browser.get(page).content.decode()
    one = browser.get(page, {"opdracht": for_sanne.pk, "papier": "1"}).content.decode()

    assert page in browser.get(TODAY).content.decode()
    for words in ("Bellen werkt.", "Koffie werkt.", "Dank, Sanne, Wim!"):
        assert words in together
    assert "Bellen werkt." not in one
    assert "Koffie werkt." in one
    assert sign_in(wim).get(page).status_code in (403, 404)


def test_an_entry_that_is_not_among_the_oldest_is_looked_for_and_chosen(sign_in, joost, wim, entries, city):
    for number in range(31):
        Entry.objects.create(
            name=f"Oud {number}", neighbourhood=city.noorderpoort, added_on=clock.today() - timedelta(days=90)
        )
    browser, fresh = sign_in(joost), entries[2]
    Entry.objects.filter(pk=fresh.pk).update(verified_on=clock.today())
    assert "Budgetloket" not in browser.get(f"{NEW}?soort=check").content.decode()

    looked = browser.post(f"{NEW}?soort=check", {"title": "Kijk eens", "search": "schulden", "look": "1"})
    facts = {"title": "Kijk eens", "due_on": SOON, "supervisor": joost.pk, "entries": [fresh.pk], "done_by": wim.pk}
    browser.post(f"{NEW}?soort=check", facts)

    assert "Budgetloket" in looked.content.decode()
    assert "Kijk eens" in looked.content.decode()
    assert [finding.entry for finding in Finding.objects.all()] == [fresh]


def test_who_looks_sees_all_times_on_the_phone_and_on_paper(sign_in, wim, round_of_wim, entries):
    Entry.objects.filter(pk=entries[0].pk).update(opening="Eerste zaterdag van de maand")
    OpeningTime.objects.create(entry=entries[0], days="TU", opens_at="10:00", closes_at="12:00")

    for name in ("assignment", "assignment_paper"):
        page = sign_in(wim).get(at(name, round_of_wim.pk)).content.decode()
        assert "Eerste zaterdag van de maand" in page
        assert "insdag 10.00-12.00" in page
