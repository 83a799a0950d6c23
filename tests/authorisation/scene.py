"""One scene for the whole matrix: a question in every state, with people on all sides of it."""

from datetime import date, timedelta
from hashlib import sha256
from types import SimpleNamespace

import pytest

from tests.cast import by, make_role, make_user
from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.base.messages.models import DeadAddress
from wijkhuis.house.directory.models import Check, Entry, HouseNote, KeyPerson
from wijkhuis.house.directory.queries.key_people import hash_of, key_of
from wijkhuis.house.fieldwork.actions import ask_call, give_tip, make_assignment
from wijkhuis.house.library.models import Document, DocumentFile, DocumentPage
from wijkhuis.house.partners.models import Professional
from wijkhuis.house.people.actions import make_household, promise
from wijkhuis.house.people.models import Role
from wijkhuis.house.sources.actions import merge_entries
from wijkhuis.house.sources.models import Pair, Reading, Source, SourceRecord
from wijkhuis.loop.agenda.actions import agree_task, decide_theme, plan_meeting, put_point, write_down_concerned
from wijkhuis.loop.approaches.actions.joining import sign_up
from wijkhuis.loop.approaches.actions.making import Existing, Plan, Promise, make_approach
from wijkhuis.loop.approaches.actions.methods import keep_method
from wijkhuis.loop.approaches.models import Hearing, Joiner, Told
from wijkhuis.loop.approaches.queries.leaving import key_of as key_of_joiner
from wijkhuis.loop.desk.actions import (
    Wish,
    accept_handover,
    agree_step,
    give_answer,
    join_household,
    offer_question,
    plan_discussion,
    put_on_discussion,
    take_down_question,
)
from wijkhuis.loop.programme.actions import add_action, start_programme
from wijkhuis.loop.programme.models import Aim
from wijkhuis.loop.signals.actions import add_pair, compose_group, give_seat, make_round, make_theme
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Listener, Proposal, Seat, Signal, SignalGroup

CANARY = "Kanariepiet"
METHOD = "peer-group"


def of_sources(entries, carla):
    """A list that waits for somebody to match its columns, what it said, and entries that are or may be one."""
    source = Source.objects.create(name="gids")
    first, second, third = sorted(entries, key=lambda entry: entry.pk)
    twin = Entry.objects.create(name="Nog een koor")
    return {
        "source": source,
        "reading": Reading.objects.create(source=source, content=b"id;name;Vreemd\n1;Koor;ja\n", asked_at=clock.now()),
        "told": SourceRecord.objects.create(
            source=source, number="1", entry=first, said={"phone": "010 1"}, seen_on=clock.now()
        ),
        "pair": Pair.objects.create(first=first, second=second, likeness=0.9, alike=["name"]),
        "merge": merge_entries(third, twin, take=[], by=by(carla)),
    }


def of_programme(house, carla):
    """A programme that is not public yet, with one action."""
    aim = Aim.objects.create(city=house.city, name="Een gezonde wijk")
    made = start_programme(house, name=f"Voor {CANARY}", starts_on=date(2026, 1, 1), by=by(carla))
    facts = {"aim": aim, "what": f"Wandelen met {CANARY}", "owner_kind": "resident", "owner_name": CANARY}
    return {"aim": aim, "programme": made, "programme_action": add_action(made, facts, by=by(carla))}


def of_agenda(house, carla):
    """A theme of five people on the agenda of a meeting, handed over, with something agreed and something heard."""
    group = SignalGroup.objects.filter(house=house).first() or SignalGroup.objects.create(house=house, name=CANARY)
    signals = [
        Signal.objects.create(
            house=house, sentence=f"Iemand {CANARY}.", month=date(2026, 1, 1), source="desk", pool_token=str(number)
        )
        for number in range(4)
    ]
    theme = make_theme(house, name=f"Onder vijf {CANARY}", signals=signals, by=by(carla))
    meeting = plan_meeting(group, starts_at=clock.now() + timedelta(days=1), place=CANARY, by=by(carla))
    later = clock.today() + timedelta(days=9)
    return {
        "agenda_theme": theme,
        "meeting": meeting,
        "point": put_point(meeting, words=f"Over {CANARY}", by=by(carla)),
        "task": agree_task(meeting, what=f"belt {CANARY}", who="Mo", by_on=later, by=by(carla)),
        "decision": decide_theme(
            theme,
            standing="handed_over",
            why=f"Omdat {CANARY}.",
            handed_to="team",
            answer_due_on=later,
            meeting=meeting,
            by=by(carla),
        ),
        "concerned": write_down_concerned(theme, words=f"Dat {CANARY}.", heard_on=clock.today(), by=by(carla)),
    }


def of_signals(house, carla):
    """A theme of five people, a proposal that waits, and a resident with a seat in the group, on paper."""
    group = compose_group(house, name="Signaalgroep", by=by(carla))
    seat = give_seat(group, name=CANARY, by=by(carla))
    behind = [
        Signal.objects.create(
            house=house, sentence=f"Over {CANARY}", month=date(2026, 3, 1), source="desk", pool_token=pool_token(who)
        )
        for who in "abcde"
    ]
    theme = make_theme(house, name="De bus", signals=behind, by=by(carla))
    proposal = Proposal.objects.create(house=house, kind="new", name=f"Nieuw {CANARY}", made_on=clock.today())
    proposal.signals.add(Signal.objects.create(house=house, sentence="Los", month=date(2026, 3, 1), source="desk"))
    return {"seat": seat, "theme": theme, "proposal": proposal, "group": group, "signal": behind[0]}


def sits_in(group, first_name, *, until=None):
    """A resident with an account and a seat in the group, and no role in any house."""
    user = make_user(first_name, function="bewoner", needs_second_factor=False)
    Seat.objects.create(group=group, user=user, starts_on=date(2020, 1, 1), ends_on=until)
    return user


def of_approach(house, carla, rita, question):
    """An approach of six people that Rita owns and Carla supports; who asked hears of it, and the canary joins."""
    signals = [
        Signal.objects.create(
            house=house, sentence="Iemand eet alleen.", month=date(2026, 1, 1), source="desk", pool_token=f"eet{number}"
        )
        for number in range(6)
    ]
    theme = make_theme(house, name="Alleen eten", signals=signals, by=by(carla))
    decide_theme(theme, standing="taken_up", why="Veel mensen.", by=by(carla))
    theme.refresh_from_db()
    write_down_concerned(theme, words="Wij eten liever samen.", heard_on=clock.today(), by=by(carla))
    Listener.objects.create(question=question, signal=signals[0])
    today = clock.today()
    plan = Plan(
        name="Samen eten",
        owner=rita,
        supported_by=carla,
        first_step="Soep",
        first_step_on=today,
        comes_back="Praatjes",
        comes_back_on=today + timedelta(days=30),
    )
    promises = [Promise("Bakker", "brood")]
    approach = make_approach(
        theme, existing=Existing("new", "Nog niets."), method="eten", plan=plan, promises=promises, by=by(carla)
    )
    joiner = sign_up(approach, first_name=CANARY, how_to_reach="0612340987", by=Actor(label="visitor"))
    asked = {"answer": "yes", "first_name": CANARY, "how_to_reach": "0612340987", "answered_on": today}
    Joiner.objects.create(approach=approach, question=question, **asked)
    told = Told.objects.create(approach=approach, words="Er is soep.", written_by=carla, told_at=clock.now())
    return {
        "approach_theme": theme,
        "approach": approach,
        "approach_that_ended": make_approach(
            theme, existing=Existing("new", "Nog niets."), method="eten", plan=plan, by=by(carla)
        ),
        "joiner": joiner,
        "joiner_key": key_of_joiner(joiner),
        "approach_step": approach.steps.get(),
        "pledge": approach.pledges.get(),
        "hearing": Hearing.objects.create(told=told, question=question, way="person"),
        "house_method": keep_method(house, key=METHOD, words={"name": "Soep"}, by=by(carla)),
        "method": METHOD,
    }


def in_archive():
    """A letter that everybody may read and take along."""
    facts = {"checksum": "0" * 64, "file_name": "brief.txt", "licence": "CC0", "pages": 1, "is_public": True}
    document = Document.objects.create(title="Brief", added_at=clock.now(), read_at=clock.now(), **facts)
    DocumentFile.objects.create(document=document, content=b"Een brief.")
    DocumentPage.objects.create(document=document, number=1, words="Een brief.")
    return document


@pytest.fixture
def scene(house, other_house, entries, joost, mina, carla, wim, pieter, bas, rita, stef, ada, nils, corporation, fatma):
    """Joost holds the question. Mina works at the same desk, Nils in the other house. Fatma and Pieter were asked."""
    wish = Wish(called=CANARY, way="phone", phone="0612340987")
    question = take_down_question(house, words=f"Hier is {CANARY}", wish=wish, by=by(joost))
    answer = give_answer(question, words=f"Voor {CANARY}", by=by(joost))
    household = make_household(
        house, called=f"Gezin {CANARY}", coordinator=joost, agreed_with="allen", agreed_on=clock.today(), by=by(joost)
    )
    task = promise(household, who="Joost", what="belt", by_on=None, by=by(joost))
    join_household(question, household=household, agreed=True, by=by(joost))
    discussion = plan_discussion(house, held_on=clock.today() + timedelta(days=3), by=by(joost))
    item = put_on_discussion(question, discussion=discussion, basis="agreed", summary=f"Over {CANARY}", by=by(joost))
    step = agree_step(item, who="Joost", what=f"belt {CANARY}", by_on=None, by=by(joost))
    handover = offer_question(question, partnership=corporation, professional=fatma, by=by(joost))
    taken = take_down_question(house, words=f"Ook {CANARY}", by=by(joost))
    accepted = offer_question(taken, partnership=corporation, professional=fatma, by=by(joost))
    accept_handover(
        accepted.handover, next_step="Bellen", next_on=clock.today(), by=Actor(label=f"partner:{accepted.handover.pk}")
    )
    key_person = KeyPerson.objects.create(
        house=house,
        name="Moustafa",
        ask_about="wie klust",
        reach="in het buurthuis",
        agreed_on=clock.today(),
        agreed_with=joost,
        agreed_until=clock.today() + timedelta(days=90),
    )
    KeyPerson.objects.filter(pk=key_person.pk).update(link_hash=hash_of(key_of(key_person)))
    call = ask_call(house, words="kan klussen", by=by(joost))
    tip = give_tip(call, words=f"Vraag het {CANARY}", by=by(mina))
    assignment = make_assignment(
        house, kind="check", title=CANARY, due_on=clock.today(), entries=entries[:1], done_by=wim, by=by(joost)
    )
    dead_address = DeadAddress.objects.create(
        channel="email", digest="0", since=clock.now(), house_id=house.pk, about_kind="question", about_id=question.pk
    )
    check_token = "een-link-die-alleen-in-het-bericht-staat"
    facts = {"asked_on": clock.today(), "house": house}
    check = Check.objects.create(entry=entries[0], link_hash=sha256(check_token.encode()).hexdigest(), **facts)
    house_note = HouseNote.objects.create(house=house, entry=entries[2], written_by=joost, written_on=clock.today())
    held = make_round(house, name="Rondje Noord", held_on=clock.today(), by=by(joost))
    walkers, pair_key = add_pair(held, resident="Rita", professional="Pieter", by=by(joost))
    coordinator_elsewhere = make_user("Olga", function="coördinator")
    make_role(coordinator_elsewhere, Role.Kind.COORDINATOR, other_house)
    made = of_signals(house, carla)
    return SimpleNamespace(
        question=question,
        answer=answer,
        household=household,
        promise=task,
        discussion=discussion,
        item=item,
        step=step,
        handover=handover.handover,
        handover_link=handover.link.rstrip("/").rsplit("/", 1)[-1],
        house=house,
        other_house=other_house,
        entry=entries[0],
        **of_sources(entries, carla),
        **made,
        **of_agenda(house, carla),
        **of_approach(house, carla, rita, question),
        **of_programme(house, carla),
        key_person=key_person,
        professional=fatma,
        leaver=Professional.objects.create(
            partner=corporation.partner, first_name="Omar", function="wijkbeheerder", left_on=clock.today()
        ),
        partnership=corporation,
        neighbourhood=house.neighbourhoods.get(),
        token=question.link_token,
        dead_address=dead_address,
        check=check,
        check_token=check_token,
        house_note=house_note,
        round=held,
        walkers=walkers,
        pair_key=pair_key,
        call=call,
        tip=tip,
        document=in_archive(),
        removed_document=Document.objects.create(
            title="Oude brief", checksum="1" * 64, file_name="oud.txt", added_at=clock.now(), removed_at=clock.now()
        ),
        assignment=assignment,
        finding=assignment.findings.get(),
        role=Role.objects.get(user=mina),
        city_role=Role.objects.get(user=stef),
        people={
            "holder": joost,
            "host": mina,
            "coordinator": carla,
            "volunteer": wim,
            "professional": pieter,
            "manager": bas,
            "owner": rita,
            "member": sits_in(made["group"], "Selma"),
            "former_member": sits_in(made["group"], "Otto", until=clock.today()),
            "steering": stef,
            "administrator": ada,
            "other_host": nils,
            "other_coordinator": coordinator_elsewhere,
            "nobody": None,
        },
    )
