"""What the signal group of De Brug decided: a closed meeting with four kinds of decisions, and one that is planned."""

from datetime import date, timedelta
from typing import Any

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.loop.agenda import actions
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.signals.actions import make_theme
from wijkhuis.loop.signals.actions.voices import pool_token
from wijkhuis.loop.signals.models import Seat, Signal, SignalGroup, Theme
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District
from wijkhuis.site.demo.actions.post import send_as_if

MET_AGO = timedelta(days=44)
ANSWER_AFTER = timedelta(days=35)
SIGNALS_AGO = timedelta(days=120)


def make_agenda(district: District) -> None:
    """Tell of the last meeting and the next; the answer of the municipality is a week late."""
    told, now = reading.facts("agenda"), clock.now()
    house, rita = district.houses["de-brug"], district.by("rita")
    began = now - MET_AGO
    with clock.pretend(now - SIGNALS_AGO):
        group = _group(house, district, told)
        themes = [_theme(house, one, by=district.by("carla")) for one in told["theme"]]
    with clock.pretend(began.replace(hour=9, minute=0)):
        chair = Seat.objects.get(group=group, name=told["on_paper"][0])
        starts_at = began.replace(hour=10, minute=0, second=0, microsecond=0)
        meeting = actions.plan_meeting(group, starts_at=starts_at, place=told["place"], chair=chair, by=rita)
    with clock.pretend(starts_at + timedelta(hours=1)):
        for theme, one in zip(themes, told["theme"], strict=True):
            _decide(theme, one, meeting, by=rita)
        _agree(meeting, told, by=rita)
        actions.close_meeting(meeting, present=told["present"], notes=told["notes"], by=rita)
    with clock.pretend(now - timedelta(days=2)):
        chair = Seat.objects.get(group=group, user=rita.user)
        soon = (now + timedelta(days=5)).replace(hour=10, minute=0, second=0, microsecond=0)
        coming = actions.plan_meeting(group, starts_at=soon, place=told["place"], chair=chair, by=rita)
        actions.put_point(coming, words=told["own_point"], by=rita)
    send_as_if()


def _group(house: House, district: District, told: dict[str, Any]) -> SignalGroup:
    group, _is_new = SignalGroup.objects.get_or_create(house=house, defaults={"name": told["group"]})
    since = clock.today() - timedelta(days=200)
    for name in told["on_paper"]:
        if not group.seats.filter(name=name).exists():
            Seat.objects.create(group=group, name=name, starts_on=since)
    for name, is_resident in (("rita", True), ("carla", False), ("pieter", False)):
        if not group.seats.filter(user=district.users[name]).exists():
            facts = {"is_resident": is_resident, "chairs": is_resident, "starts_on": since}
            Seat.objects.create(group=group, user=district.users[name], **facts)
    return group


def _theme(house: House, one: dict[str, Any], *, by: Actor) -> Theme:
    known = Theme.objects.open().filter(house=house, name=one["name"]).first()
    if known:
        return known
    month = clock.today().replace(day=1)
    signals = [
        Signal.objects.create(
            house=house,
            sentence=one["sentence"][number % len(one["sentence"])],
            month=month,
            source=Signal.Source.DESK,
            pool_token=pool_token(f"{one['name']} {number}"),
        )
        for number in range(one["people"])
    ]
    return make_theme(house, name=one["name"], signals=signals, by=by)


def _decide(theme: Theme, one: dict[str, Any], meeting: Meeting, *, by: Actor) -> None:
    facts: dict[str, Any] = {}
    if one["standing"] == Theme.Standing.HANDED_OVER:
        facts = {"handed_to": one["handed_to"], "answer_due_on": clock.today() + ANSWER_AFTER}
    if one["standing"] == Theme.Standing.WATCHED:
        facts = {"look_again_on": _next_spring(clock.today())}
    actions.decide_theme(theme, standing=one["standing"], why=one["why"], meeting=meeting, by=by, **facts)
    if "concerned" in one:
        heard = {"heard_how": one["heard_how"], "heard_on": clock.today() - timedelta(days=2)}
        actions.write_down_concerned(theme, words=one["concerned"], by=by, **heard)


def _agree(meeting: Meeting, told: dict[str, Any], *, by: Actor) -> None:
    seats = {seat.first_name: seat for seat in Seat.objects.filter(group=meeting.group).select_related("user")}
    for one in told["task"]:
        by_on = clock.today() + timedelta(days=one["days"])
        task = actions.agree_task(meeting, what=one["what"], seat=seats[one["who"]], by_on=by_on, by=by)
        if one.get("done"):
            actions.tick_task(task, by=by)


def _next_spring(day: date) -> date:
    spring = date(day.year, 4, 1)
    return spring if spring > day + timedelta(days=MET_AGO.days) else date(day.year + 1, 4, 1)
