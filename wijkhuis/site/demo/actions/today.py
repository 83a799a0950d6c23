"""What lies on every list today, whatever day it is."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.people.actions import make_household, promise
from wijkhuis.loop.desk import actions
from wijkhuis.loop.desk.actions import Wish
from wijkhuis.loop.desk.models import Question
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.stage import Stage
from wijkhuis.site.demo.actions.timeline import Story, moment

Beginning = tuple[datetime, Story]
TEN = time(10, 10)
BRUG, HAVEN = "de-brug", "de-haven"


def stories_of_today(stage: Stage, now: datetime) -> Iterator[Beginning]:
    """Stories that are halfway today, each with its beginning."""
    told = Told(stage, now)
    yield from told.new_ones()
    yield from told.late_ones()
    yield from told.with_partners()
    yield from told.at_the_desk()
    yield from told.household()
    yield from told.discussions()


class Told:
    """The stories of today, by what they show."""

    def __init__(self, stage: Stage, now: datetime) -> None:
        self.stage, self.now, self.today = stage, now, timezone.localdate(now)
        self.words = reading.facts("today")
        self.neighbours = {who["called"]: who for who in stage.residents}

    def new_ones(self) -> Iterator[Beginning]:
        """Three that came in by themselves and that nobody took up yet."""
        for name, slug, channel, minutes in (
            ("web", BRUG, "web", 35),
            ("kiosk", BRUG, "kiosk", 95),
            ("evening", BRUG, "web", 900),
            ("haven_web", HAVEN, "web", 60),
        ):
            yield self.now - timedelta(minutes=minutes), self._asks_online(name, slug, channel)

    def late_ones(self) -> Iterator[Beginning]:
        """Two whose next step should have been taken, and one nobody looked at for a long time."""
        yield self._ago(8), self._waits("late", BRUG, "joost", next_on=self._day(-3))
        yield self._ago(7), self._waits("late_too", BRUG, "mina", next_on=self._day(-1))
        yield self._ago(6), self._waits("haven_late", HAVEN, "nils", next_on=self._day(-2))
        yield self._ago(9), self._waits("unseen", BRUG, "mina", next_on=self._day(3), is_seen=False)

    def with_partners(self) -> Iterator[Beginning]:
        """Offers that wait, one due the next working day; one declined; one held by a partner."""
        due_next = clock.add_working_days(self._day(1), -4)
        yield moment(due_next, TEN), self._offered("due_tomorrow", BRUG, "joost", "fatma", keep="partner")
        yield self._ago(1), self._offered("for_pieter", BRUG, "mina", "pieter")
        yield self._ago(1), self._offered("for_agnieszka", HAVEN, "nils", "agnieszka")
        yield self._ago(2), self._to_a_function()
        yield self._ago(3), self._declined()
        yield self._ago(5), self._held_by_a_partner()

    def at_the_desk(self) -> Iterator[Beginning]:
        """A follow-up that is due, an unmet need, and what volunteers and professionals hold."""
        last_day = self.today if clock.is_working_day(self.today) else self._day(-1)
        yield moment(last_day - timedelta(days=14), TEN), self._answered()
        yield self._ago(2), self._unmet()
        yield self._ago(2), self._passed("for_wim", BRUG, "joost", "wim")
        yield self._ago(3), self._passed("for_youssef", HAVEN, "soraya", "youssef")
        yield self._ago(4), self._passed("with_pieter", BRUG, "mina", "pieter")

    def household(self) -> Iterator[Beginning]:
        """A household with three questions and one coordinator."""
        yield self._ago(10), self._three_questions()

    def discussions(self) -> Iterator[Beginning]:
        """A discussion that was held with an agreed step, and one that comes this week."""
        yield self._ago(18), self._held_discussion()
        yield self._ago(4), self._planned_discussion()

    def _asks_online(self, name: str, slug: str, channel: str) -> Story:
        told = self.words[name]
        wish = self._wish(told)
        house = self.stage.district.houses[slug]
        actions.ask_online(house, words=told["words"], wish=wish, channel=channel, language=told.get("language", "nl"))
        yield from ()

    def _waits(self, name: str, slug: str, who: str, *, next_on: date, is_seen: bool = True) -> Story:
        question = self._taken_down(name, slug, who, next_on=next_on)
        if is_seen:
            yield self._ago(2)
            actions.look_at(question, by=self._by(who))

    def _offered(self, name: str, slug: str, who: str, face: str, *, keep: str = "") -> Story:
        question = self._taken_down(name, slug, who)
        yield clock.now() + timedelta(minutes=12)
        offer = self._offer(question, name, who, face)
        if keep:
            self.stage.notes[keep] = f"{offer.link} (code {offer.code})"
            self.stage.notes["resident"] = (
                f"{settings.SITE_URL}/mijn/{question.link_token}/ (code {question.short_code})"
            )

    def _to_a_function(self) -> Story:
        question = self._taken_down("for_a_function", BRUG, "carla")
        yield clock.now() + timedelta(minutes=9)
        partnership = self.stage.district.partnerships["Buurtteam Noord", BRUG]
        note = self.words["for_a_function"]["note"]
        actions.offer_question(
            question, partnership=partnership, function="aanmelding gezinnen", note=note, by=self._by("carla")
        )

    def _declined(self) -> Story:
        question = self._taken_down("declined", BRUG, "joost")
        yield clock.now() + timedelta(minutes=10)
        handover = self._offer(question, "declined", "joost", "sjoerd").handover
        yield self._ago(1)
        told = self.words["declined"]
        by = Actor(label=f"partner:{handover.pk}")
        actions.decline_handover(handover, reason=told["reason"], suggestion=told["suggestion"], by=by)
        actions.plan_next_step(question, next_step=told["next_step"], next_on=self._day(1), by=self._by("joost"))

    def _held_by_a_partner(self) -> Story:
        question = self._taken_down("with_ron", BRUG, "mina")
        yield clock.now() + timedelta(minutes=10)
        handover = self._offer(question, "with_ron", "mina", "ron").handover
        yield self._ago(3)
        by = Actor(label=f"partner:{handover.pk}")
        next_step = self.words["with_ron"]["next_step"]
        actions.accept_handover(handover, next_step=next_step, next_on=self._day(2), by=by)

    def _answered(self) -> Story:
        question = self._taken_down("follow_up", BRUG, "joost")
        yield clock.now() + timedelta(minutes=20)
        by, told = self._by("joost"), self.words["follow_up"]
        entry = self.stage.district.entries[told["entry"]]
        actions.give_answer(question, kind="group", words=told["answer"], entry=entry, by=by)
        actions.mark_answered(question, enough_rung="neighbourhood", by=by)

    def _unmet(self) -> Story:
        told = self.words["unmet"]
        question = self._taken_down("unmet", BRUG, "carla", next_on=self._day(4))
        yield clock.now() + timedelta(minutes=15)
        actions.note_conversation(
            question, rung="neighbourhood", words=told["talk"], missing=told["missing"], by=self._by("carla")
        )

    def _passed(self, name: str, slug: str, who: str, to: str) -> Story:
        question = self._taken_down(name, slug, who)
        yield self._ago(1)
        user = self.stage.district.users[to]
        next_step = self.words[name]["next_step"]
        actions.pass_to_colleague(question, to=user, next_step=next_step, next_on=self._day(1), by=self._by(who))
        actions.look_at(question, by=self._by(to))

    def _three_questions(self) -> Story:
        told, by = self.words["household"], self._by("carla")
        house = self.stage.district.houses[BRUG]
        household = make_household(
            house,
            called=told["called"],
            coordinator=self.stage.district.users["carla"],
            agreed_with=told["agreed_with"],
            agreed_on=clock.today(),
            by=by,
        )
        for name in ("household_father", "household_mother", "household_son"):
            question = self._taken_down(name, BRUG, "carla", next_on=self._day(2))
            actions.join_household(question, household=household, agreed=True, by=by)
            yield clock.now() + timedelta(minutes=7)
        for who, what in told["promises"]:
            promise(household, who=who, what=what, by_on=self._day(3), by=by)
        yield self._ago(2)
        for question in Question.objects.filter(household=household):
            actions.look_at(question, by=by)

    def _held_discussion(self) -> Story:
        question = self._taken_down("discussed", BRUG, "carla", next_on=self._day(5))
        house, by, told = question.house, self._by("carla"), self.words["discussed"]
        held_on = clock.add_working_days(clock.today(), 3)
        meeting = actions.plan_discussion(house, held_on=held_on, by=by)
        item = actions.put_on_discussion(question, discussion=meeting, basis="agreed", summary=told["summary"], by=by)
        yield moment(held_on, time(15, 30))
        actions.keep_what_was_agreed(item, agreed=told["agreed"], by=by)
        for who, what in told["steps"]:
            actions.agree_step(item, who=who, what=what, by_on=self._day(2), by=by)
        actions.close_discussion(meeting, present=told["present"], by=by)
        yield self._ago(3)
        actions.finish_step(question.agreed_steps.order_by("pk")[0], by=by)
        actions.look_at(question, by=by)

    def _planned_discussion(self) -> Story:
        by = self._by("carla")
        meeting = actions.plan_discussion(self.stage.district.houses[BRUG], held_on=self._day(2), by=by)
        for name, basis in (("to_discuss", "agreed"), ("to_discuss_too", "without_identity")):
            yield clock.now() + timedelta(minutes=15)
            question = self._taken_down(name, BRUG, "carla", next_on=self._day(2))
            summary = self.words[name]["summary"]
            actions.put_on_discussion(question, discussion=meeting, basis=basis, summary=summary, by=by)

    def _taken_down(self, name: str, slug: str, who: str, *, next_on: date | None = None) -> Question:
        told, house = self.words[name], self.stage.district.houses[slug]
        question = actions.take_down_question(
            house,
            words=told["words"],
            wish=self._wish(told),
            channel=told.get("channel", "desk"),
            language=told.get("language", "nl"),
            next_step=told.get("first_step", "Samen verder zoeken"),
            next_on=next_on,
            by=self._by(who),
        )
        return self.stage.fresh(question)

    def _offer(self, question: Question, name: str, who: str, face: str) -> actions.Offer:
        professional = self.stage.district.faces[face]
        return actions.offer_question(
            question,
            partnership=self.stage.district.partnerships[professional.partner.name, question.house.slug],
            professional=professional,
            fields=["words", "called", "phone"],
            note=self.words[name]["note"],
            by=self._by(who),
        )

    def _wish(self, told: dict[str, str]) -> Wish | None:
        return self.stage.wish_of(self.neighbours[told["who"]]) if "who" in told else None

    def _by(self, name: str) -> Actor:
        return self.stage.district.by(name)

    def _day(self, working_days: int) -> date:
        return clock.add_working_days(self.today, working_days)

    def _ago(self, working_days: int) -> datetime:
        return moment(self._day(-working_days), TEN)
