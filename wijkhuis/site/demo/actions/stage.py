"""What stories are told with: the district, the residents, and a dice that always falls the same way."""

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from wijkhuis.base.accounts.models import User
from wijkhuis.base.journal.actions import Actor
from wijkhuis.house.directory.models import KeyPerson
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Partnership, Professional
from wijkhuis.loop.desk.actions import Wish
from wijkhuis.loop.desk.models import Question
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District

NEAR_THE_BRIDGE = {"Noorderpoort", "Tuindorp"}
KNOWN_LANGUAGES = {"nl", "en", "tr", "ar"}
CHOICE = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Asked:
    """One question as somebody comes in with it."""

    theme: dict[str, Any]
    words: str
    language: str
    resident: dict[str, str]


@dataclass
class Stage:
    """The district with its residents, as the stories see it."""

    district: District
    dice: Random
    residents: list[dict[str, str]] = field(default_factory=lambda: reading.rows("residents"))
    themes: list[dict[str, Any]] = field(default_factory=lambda: reading.facts("questions")["theme"])
    said: dict[str, Any] = field(default_factory=lambda: reading.facts("said"))
    decks: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, resident in enumerate(self.residents, 1):
            name = re.sub(r"[^a-z]", "", resident["called"].lower().split()[-1]) or f"buur{number}"
            resident["phone"] = f"06 0000 05 {number:02d}"
            resident["email"] = f"{name}{number}@bewoner.example"
            resident["postal"] = f"{resident['street']} {number}\n0000 EF Dijkstad"
        self.users = {user.pk: user for user in self.district.users.values()}
        self.houses = {house.pk: house for house in self.district.houses.values()}

    def pick(self, name: str) -> Any:
        """One of the sentences of that name."""
        return self.dice.choice(self.said[name])

    def chance(self, part: float) -> bool:
        """Whether the dice falls in this part of all cases."""
        return self.dice.random() < part

    def ask_in(self, month: int) -> Asked:
        """Somebody with a question that fits the season."""
        weights = [theme.get("share", 1) * _season(theme, month) for theme in self.themes]
        theme = self.dice.choices(self.themes, weights)[0]
        language, words = _language_and_words(self._deal(theme))
        return Asked(theme, self._choose(words), language.replace("~", "nl"), self._who_says(language))

    def house_of(self, resident: dict[str, str]) -> House:
        """The house of somebody's neighbourhood."""
        area = resident["neighbourhood"]
        first = area in NEAR_THE_BRIDGE
        return self.district.houses["de-brug" if first else "de-haven"]

    def colleague(self, house: House, *kinds: str) -> User:
        """Somebody of the team of a house."""
        team = self.district.team[house.slug]
        return self.dice.choice([user for kind in kinds for user in team.get(kind, [])])

    def actor(self, user: User) -> Actor:
        """Somebody of the team at work; the same object each time, so that their roles are known."""
        return Actor(user=self.users[user.pk], origin="192.0.2.10")

    def fresh(self, question: Question) -> Question:
        """The question as it is now, with the house and holder we know already."""
        current = Question.objects.get(pk=question.pk)
        current.house = self.houses[current.house_id]
        current.holder = self.users[current.holder_id] if current.holder_id else None
        return current

    def face_for(self, theme: dict[str, Any], house: House) -> tuple[Professional, Partnership] | None:
        """A professional who works with this house and knows the subject."""
        faces = [self.district.faces[name] for name in theme["faces"]]
        known = self.district.partnerships
        fits = [face for face in faces if (face.partner.name, house.slug) in known]
        if not fits:
            return None
        face = self.dice.choice(fits)
        return face, known[face.partner.name, house.slug]

    def key_person_in(self, words: str) -> KeyPerson | None:
        """The key person an answer names."""
        return next((who for name, who in self.district.key_people.items() if name in words), None)

    def wish_of(self, resident: dict[str, str]) -> Wish:
        """How a resident wants to hear back: only what that way needs."""
        way = resident["way"]
        needs = {"phone": "phone", "sms": "phone", "email": "email", "letter": "postal"}.get(way, "")
        facts = {needs: resident[needs]} if needs else {}
        language = resident["language"] if resident["language"] in KNOWN_LANGUAGES else "nl"
        if self.chance(0.5):
            facts["street"] = resident["street"]
        if self.chance(0.5):
            facts["for_whom"] = resident["for_whom"]
        return Wish(called=resident["called"], way=way, language=language, **facts)

    def _deal(self, theme: dict[str, Any]) -> str:
        deck = self.decks.setdefault(theme["name"], [])
        if not deck:
            deck.extend(self.dice.sample(theme["asks"], len(theme["asks"])))
        return deck.pop()

    def _choose(self, words: str) -> str:
        return CHOICE.sub(lambda found: self.dice.choice(found[1].split("|")), words).strip()

    def _who_says(self, language: str) -> dict[str, str]:
        able = [who for who in self.residents if _could_say(who, language)]
        # De Brug is the busier house.
        weights = [2 if who["neighbourhood"] in NEAR_THE_BRIDGE else 1 for who in able]
        return self.dice.choices(able, weights)[0]


def _could_say(who: dict[str, str], language: str) -> bool:
    if language in {"nl", "~"}:
        return who["dutch"] == ("learning" if language == "~" else "well")
    return who["language"] == language


def _language_and_words(ask: str) -> tuple[str, str]:
    if ask.startswith("~"):
        return "~", ask[1:]
    return (ask[:2], ask[3:]) if ask[2] == ":" else ("nl", ask)


def _season(theme: dict[str, Any], month: int) -> float:
    if "season" not in theme:
        return 1
    return 4 if month in theme["season"] else 0.3
