"""The pages of the signal group: a yes in a minute, and who sees what."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.cast import by, make_user
from wijkhuis.base import clock
from wijkhuis.loop.signals import actions
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Proposal, Seat, Signal, Theme

pytestmark = pytest.mark.django_db
LESS = 12


def say(house, sentence, who, **facts):
    facts = {"month": date(2026, 3, 1), "source": "desk"} | facts
    return Signal.objects.create(house=house, sentence=sentence, pool_token=pool_token(who), **facts)


def propose(house, *signals, kind="new", name="De bus", **facts):
    proposal = Proposal.objects.create(house=house, kind=kind, name=name, made_on=clock.today(), **facts)
    proposal.signals.set(signals)
    return proposal


@pytest.fixture
def bus(house):
    return [say(house, f"Iemand komt niet meer bij de bushalte, {who}.", who) for who in "abcdef"]


@pytest.fixture
def seat(house, carla):
    """Farida lives here and has a seat, and no role."""
    farida = make_user("Farida", needs_second_factor=False)
    group = actions.compose_group(house, name="Signaalgroep", by=by(carla))
    return actions.give_seat(group, user=farida, by=by(carla))


def test_a_resident_with_only_a_seat_finds_the_page_and_says_yes(house, bus, seat, sign_in):
    proposal = propose(house, *bus)
    browser = sign_in(seat.user)

    page = browser.get(reverse("signals:themes")).content.decode()
    assert "De bus" in page
    assert reverse("signals:themes") in page
    answer = browser.post(
        reverse("signals:proposal", args=[proposal.pk]),
        {"do": "yes", "name": "Geen bus meer", "signals": [signal.pk for signal in bus[1:]]},
    )

    theme = Theme.objects.get()
    assert answer.status_code == 302
    assert (theme.name, theme.people_shown, theme.signals.count()) == ("Geen bus meer", 5, 5)


def test_a_yes_without_a_sentence_asks_again_and_keeps_the_name(house, bus, carla, sign_in):
    proposal = propose(house, *bus)

    answer = sign_in(carla).post(reverse("signals:proposal", args=[proposal.pk]), {"do": "yes", "name": "Geen bus"})

    assert answer.status_code == 422
    assert "Geen bus" in answer.content.decode()
    assert not Theme.objects.exists()


def test_later_puts_a_proposal_at_the_end_and_no_ends_it(house, bus, carla, sign_in):
    first = propose(house, *bus, closeness=0.9)
    second = propose(house, bus[0], name="Halte", closeness=0.5)
    browser = sign_in(carla)

    answer = browser.post(reverse("signals:proposal", args=[first.pk]), {"do": "later"})
    assert answer.headers["Location"] == reverse("signals:proposal", args=[second.pk])
    page = browser.get(reverse("signals:themes")).content.decode()
    assert page.index("Halte") < page.index("De bus")

    browser.post(reverse("signals:proposal", args=[second.pk]), {"do": "no"})
    second.refresh_from_db()
    assert second.accepted is False


def test_a_yes_of_a_moment_ago_is_taken_back(house, bus, carla, sign_in):
    proposal = propose(house, *bus)
    browser = sign_in(carla)
    said = {"do": "yes", "name": "De bus", "signals": [signal.pk for signal in bus]}
    browser.post(reverse("signals:proposal", args=[proposal.pk]), said)
    theme = Theme.objects.get()
    url = reverse("signals:undo", args=[theme.pk])
    assert url in browser.get(reverse("signals:theme", args=[theme.pk])).content.decode()

    browser.post(url)

    proposal.refresh_from_db()
    assert not Theme.objects.exists()
    assert proposal.decided_on is None
    assert Signal.objects.filter(theme=None).count() == 6


def test_what_something_hangs_on_is_not_taken_back(house, bus, carla, sign_in):
    proposal = propose(house, *bus)
    browser = sign_in(carla)
    said = {"do": "yes", "name": "De bus", "signals": [signal.pk for signal in bus]}
    browser.post(reverse("signals:proposal", args=[proposal.pk]), said)
    theme = Theme.objects.get()
    propose(house, bus[0], kind="shrink", theme=theme)

    assert browser.post(reverse("signals:undo", args=[theme.pk])).status_code == 409
    assert Theme.objects.exists()


@pytest.mark.parametrize("kind", ["grow", "shrink", "split", "merge"])
def test_every_kind_of_proposal_is_read_beside_its_theme(house, bus, carla, sign_in, kind):
    theme = actions.make_theme(house, name="Weg van hier", signals=bus[:4], by=by(carla))
    other = actions.make_theme(house, name="De halte", signals=bus[4:5], by=by(carla))
    few = {"grow": bus[5:], "shrink": bus[:1], "split": bus[:2], "merge": []}[kind]
    proposal = propose(house, *few, kind=kind, theme=theme, other=other if kind == "merge" else None)
    browser = sign_in(carla)
    url = reverse("signals:proposal", args=[proposal.pk])

    called = "De halte" if kind == "merge" else "Nieuw"

    page = browser.get(url).content.decode()
    assert "Weg van hier" in page
    assert bus[3].sentence in page
    answer = browser.post(url, {"do": "yes", "name": called, "signals": [signal.pk for signal in few]})

    assert answer.status_code == 302
    theme.refresh_from_db()
    assert theme.signals.count() == {"grow": 5, "shrink": 3, "split": 2, "merge": 5}[kind]
    assert theme.name == ("De halte" if kind == "merge" else "Weg van hier")


def test_a_no_of_a_moment_ago_is_taken_back(house, bus, carla, sign_in):
    proposal = propose(house, *bus)
    browser = sign_in(carla)
    browser.post(reverse("signals:proposal", args=[proposal.pk]), {"do": "no"})
    url = reverse("signals:take_back_no", args=[proposal.pk])
    assert url in browser.get(reverse("signals:themes")).content.decode()

    browser.post(url)

    proposal.refresh_from_db()
    assert (proposal.accepted, proposal.decided_on) == (None, None)
    assert browser.post(url).status_code == 409
    assert url not in browser.get(reverse("signals:themes")).content.decode()


def test_a_merge_says_first_what_goes_where_and_ends_what_was_proposed_about_the_other(house, bus, carla, sign_in):
    theme = actions.make_theme(house, name="De bus", signals=bus[:3], by=by(carla))
    other = actions.make_theme(house, name="De halte", signals=bus[3:], by=by(carla))
    third = actions.make_theme(house, name="De trein", signals=[say(house, "Iemand mist de trein.", "t")], by=by(carla))
    merge = propose(house, *bus[3:], kind="merge", name="", theme=theme, other=other)
    propose(house, *bus[3:], kind="merge", name="", theme=third, other=other)
    browser = sign_in(carla)
    page = browser.get(reverse("signals:proposal", args=[merge.pk])).content.decode()
    assert "Alles van “De halte” gaat naar “De bus”" in page
    assert "Dit kan niet meer terug." in page
    assert re.search(r'value="De bus"[^>]*checked', page)

    browser.post(reverse("signals:proposal", args=[merge.pk]), {"do": "yes", "name": "De halte"})

    assert list(Proposal.objects.values_list("pk", "accepted")) == [(merge.pk, True)]
    theme.refresh_from_db()
    assert (theme.name, theme.signals.count()) == ("De halte", 6)


def test_the_page_of_a_theme_lets_people_choose_which_name_stays(house, bus, carla, sign_in):
    theme = actions.make_theme(house, name="De bus", signals=bus[:3], by=by(carla))
    other = actions.make_theme(house, name="De halte", signals=bus[3:], by=by(carla))

    url = reverse("signals:merge", args=[theme.pk])
    sign_in(carla).post(url, {"other": other.pk, "stays": "other"})

    theme.refresh_from_db()
    assert theme.name == "De halte"


def test_staff_outside_the_group_reads_the_name_and_no_sentence(house, bus, carla, joost, sign_in):
    theme = actions.make_theme(house, name="De bus", signals=bus, by=by(carla))
    url = reverse("signals:theme", args=[theme.pk])

    page = sign_in(joost).get(url).content.decode()

    assert "6 mensen" in page
    assert "bushalte" not in page
    assert "bushalte" in sign_in(carla).get(url).content.decode()


def test_below_five_people_the_group_reads_only_sentences(house, bus, carla, joost, sign_in):
    theme = actions.make_theme(house, name="De bus", signals=bus[:4], by=by(carla))
    url = reverse("signals:theme", args=[theme.pk])

    page = sign_in(carla).get(url).content.decode()
    assert "bushalte" in page
    assert "blocks" not in page
    assert sign_in(joost).get(url).status_code == 404
    assert "De bus" not in sign_in(joost).get(reverse("signals:themes")).content.decode()


def test_a_theme_changes_as_the_group_says(house, bus, carla, sign_in):
    theme = actions.make_theme(house, name="De bus", signals=bus, by=by(carla))
    loose = say(house, "Iemand mist de buurtbus.", "g")
    browser = sign_in(carla)

    def do(page, **said):
        return browser.post(reverse(f"signals:{page}", args=[theme.pk]), said).status_code

    assert do("rename", name="Geen bus") == 302
    assert do("bring_in", signals=[loose.pk]) == 302
    assert do("take_out", signals=[bus[0].pk]) == 302
    assert do("split", name="Halte", signals=[bus[1].pk]) == 302
    assert do("split", name="Halte", signals=[]) == 422
    assert do("merge", other=Theme.objects.get(name="Halte").pk, stays="this") == 302
    assert do("close") == 302
    theme.refresh_from_db()
    assert (theme.name, theme.signals.count()) == ("Geen bus", 6)
    assert theme.closed_on


def test_a_theme_that_went_into_another_leads_there(house, bus, carla, sign_in):
    one = actions.make_theme(house, name="De bus", signals=bus[:3], by=by(carla))
    two = actions.make_theme(house, name="De halte", signals=bus[3:], by=by(carla))
    actions.merge_themes(one, other=two, by=by(carla))

    answer = sign_in(carla).get(reverse("signals:theme", args=[two.pk]))

    assert answer.headers["Location"] == reverse("signals:theme", args=[one.pk])


def test_the_group_warns_when_residents_are_fewer_than_half(house, carla, joost, mina, rita, sign_in):
    browser = sign_in(carla)
    group_url, seat_url = reverse("signals:group"), reverse("signals:give_seat")
    facts = {"name": "Signaalgroep", "every_weeks": 4, "half_residents": "on", "why_fewer_residents": ""}
    browser.post(group_url, facts)
    for user in (joost, mina):
        browser.post(seat_url, {"user": user.pk, "organisation": "De Brug"})
    browser.post(seat_url, {"name": "Mevrouw De Wit", "is_resident": "on", "chairs": "on"})

    page = browser.get(group_url).content.decode()
    assert "notice--needs-you" in page
    assert "Mevrouw De Wit" in page

    assert browser.post(group_url, facts | {"half_residents": ""}).status_code == 422
    browser.post(group_url, facts | {"half_residents": "", "why_fewer_residents": "We beginnen net."})
    page = browser.get(group_url).content.decode()
    assert "notice--needs-you" not in page
    assert "We beginnen net." in page


def test_a_term_has_an_end_that_people_live_to_see(house, seat, carla, sign_in):
    browser = sign_in(carla)

    for day in ("9999-12-31", "0001-01-01", "2026-02-31"):
        assert browser.post(reverse("signals:give_seat"), {"name": "Mo", "ends_on": day}).status_code == 422
    for _time in range(6):
        browser.post(reverse("signals:renew_seat", args=[seat.pk]))

    seat.refresh_from_db()
    assert seat.ends_on == clock.add_months(clock.today(), 96)


def test_a_seat_ends_and_reads_nothing_any_more(house, bus, seat, carla, sign_in):
    browser = sign_in(carla)
    browser.post(reverse("signals:renew_seat", args=[seat.pk]))
    browser.post(reverse("signals:end_seat", args=[seat.pk]))

    assert not Seat.objects.taken(on=clock.today()).exists()
    seat.user.__dict__.pop("_seats_today", None)
    assert sign_in(seat.user).get(reverse("signals:themes")).status_code == 403


def test_the_pages_ask_the_database_little(house, bus, carla, sign_in, entries, django_assert_max_num_queries):
    themes = [actions.make_theme(house, name=f"Thema {one.sentence}", signals=[one], by=by(carla)) for one in bus[:3]]
    Theme.objects.filter(pk=themes[0].pk).update(people_shown=40)
    for number in range(9):
        proposal = propose(house, *bus, name=f"Voorstel {number}")
    actions.compose_group(house, name="Signaalgroep", by=by(carla))
    browser = sign_in(carla)
    urls = [reverse(f"signals:{name}") for name in ("themes", "over_time", "group", "sheet", "csv")]
    urls += [reverse("signals:theme", args=[themes[0].pk]), reverse("signals:proposal", args=[proposal.pk])]
    urls += [reverse(f"signals:{name}", args=[themes[0].pk]) for name in ("exists", "split", "bring_in", "merge")]
    for url in urls:
        browser.get(url)
        with django_assert_max_num_queries(LESS):
            answer = browser.get(url)
            assert answer.getvalue()


def test_the_sheet_for_a_meeting_calls_a_growing_theme_by_its_name(house, bus, carla, sign_in):
    theme = actions.make_theme(house, name="Geen bus meer", signals=bus, by=by(carla))
    propose(house, say(house, "Iemand mist de bus naar de markt.", "z"), kind="grow", name="", theme=theme)

    page = sign_in(carla).get(reverse("signals:sheet")).content.decode()

    assert "Horen deze zinnen ook bij “Geen bus meer”?" in page
    assert "Ja, deze horen erbij" in page
    assert "grow" not in page


def test_the_sheet_asks_each_kind_its_own_question_and_says_no_month_of_a_few_people(house, bus, carla, sign_in):
    theme = actions.make_theme(house, name="De bus", signals=bus[:4], by=by(carla))
    propose(house, bus[0], kind="shrink", name="", theme=theme)

    page = sign_in(carla).get(reverse("signals:sheet")).content.decode()

    assert "Passen deze zinnen niet meer bij “De bus”?" in page
    assert "Ja, haal ze eruit" in page
    assert "maart 2026" not in page


def test_the_menu_says_themes_on_every_page_that_belongs_to_them(house, carla, sign_in):
    browser = sign_in(carla)
    for address in ("signals:rounds", "agenda:meetings", "approaches:methods", "programme:programmes"):
        nav = browser.get(reverse(address)).context["nav"]
        assert [url for url, _label, is_current in nav if is_current] == [reverse("signals:themes")], address


def test_the_page_of_themes_leads_to_approaches_and_to_the_programme(house, carla, joost, sign_in):
    page = sign_in(carla).get(reverse("signals:themes")).content.decode()
    assert reverse("programme:programmes") in page
    assert reverse("approaches:approaches") in page

    page = sign_in(joost).get(reverse("signals:themes")).content.decode()
    assert reverse("programme:programmes") not in page


def test_what_is_decided_is_said_once_and_others_are_not_asked_to_talk_about_the_rest(
    house, bus, carla, joost, sign_in
):
    theme = actions.make_theme(house, name="Geen bus meer", signals=bus, by=by(carla))
    page = sign_in(joost).get(reverse("signals:themes")).content.decode()
    assert "de groep bespreekt het" in page
    assert "bespreek het in de groep" not in page

    actions.decide(theme, standing="taken_up", why="Veel mensen lopen hierop vast.", on=clock.today(), by=by(carla))

    assert sign_in(carla).get(reverse("signals:themes")).content.decode().count("we pakken dit op") == 1


def test_the_name_of_a_theme_names_nobody_and_what_was_typed_stays(house, bus, carla, sign_in):
    named = "De bus van mevrouw Jansen"
    proposal, browser = propose(house, *bus), sign_in(carla)
    chosen = {"signals": [signal.pk for signal in bus[:2]]}
    asked = browser.post(reverse("signals:proposal", args=[proposal.pk]), {"do": "yes", "name": named, **chosen})
    theme = actions.make_theme(house, name="De bus", signals=bus, by=by(carla))

    renamed = browser.post(reverse("signals:rename", args=[theme.pk]), {"name": named})
    split = browser.post(reverse("signals:split", args=[theme.pk]), {"name": named, **chosen})

    for answer in (asked, renamed, split):
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Hier lijkt te staan wie iemand is" in page
        assert named in page
    assert list(Theme.objects.values_list("name", flat=True)) == ["De bus"]


def test_deciding_comes_right_after_the_first_sentences_and_the_rest_opens(house, carla, sign_in):
    topics = ["stoep", "markt", "kapper", "school", "winkel", "dokter", "kerk", "zwembad", "station", "park"]
    said = [say(house, f"Iemand bereikt de {topic} niet.", topic) for topic in topics]
    theme = actions.make_theme(house, name="Ver weg", signals=said, by=by(carla))

    page = sign_in(carla).get(reverse("signals:theme", args=[theme.pk])).content.decode()

    rest = page.partition('class="said__rest"')[2].partition("</ul>")[0]
    assert (page.count(" niet.</p>"), rest.count(" niet.</p>")) == (10, 2)
    assert page.index('class="said__rest"') < page.index('id="decision"') < page.index('id="told-time"')


def test_where_the_map_holds_nothing_the_page_says_what_to_do_next(house, bus, seat, carla, sign_in):
    theme = actions.make_theme(house, name="De bus", signals=bus, by=by(carla))
    url = reverse("signals:exists", args=[theme.pk])

    page = sign_in(carla).get(url).content.decode()
    assert all(reverse(name) in page for name in ("directory:entries", "fieldwork:ask", "directory:add"))

    page = sign_in(seat.user).get(url).content.decode()
    assert reverse("directory:entries") in page
    assert reverse("fieldwork:ask") not in page


def test_a_yes_that_was_changed_since_is_not_offered_to_take_back(house, bus, carla, sign_in):
    proposal = propose(house, *bus[1:])
    browser = sign_in(carla)
    said = {"do": "yes", "name": "De bus", "signals": [signal.pk for signal in bus[1:]]}
    browser.post(reverse("signals:proposal", args=[proposal.pk]), said)
    theme = Theme.objects.get()
    url, undo = (reverse(f"signals:{name}", args=[theme.pk]) for name in ("theme", "undo"))

    browser.post(reverse("signals:rename", args=[theme.pk]), {"name": "Geen bus"})
    assert undo in browser.get(url).content.decode()
    browser.post(reverse("signals:bring_in", args=[theme.pk]), {"signals": [bus[0].pk]})
    assert undo not in browser.get(url).content.decode()
