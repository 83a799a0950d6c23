"""Invented people, places and firms: names from the lists, put together in new ways and changed."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

from wijkhuis.base.language.identity.lists import DATA, FURTHER, LOCALES, WORD, lists

HERE = Path(__file__).parent / "data"
# How often our own names stand against the names of one country of faker.
_OURS = 10
_DUTCH = 6
_PARTICLES = "van|de|van der|van de|van den|ter|ten|van 't|den|el|el|ben|ait|al|da|dos|de la|te".split("|")
_LETTERS = "ABCDEFGHIJKLMNOPRSTVWYZ"
_LATIN = 0x250


@cache
def words_of(name: str) -> list[str]:
    """The words of a heading in parts.txt."""
    parts: dict[str, list[str]] = {}
    heading = ""
    for line in (HERE / "parts.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            heading = line.removeprefix("# ")
        elif line:
            separator = ", " if heading in ("places", "firms") else None
            parts.setdefault(heading, []).extend(line.split(separator))
    return parts[name]


@cache
def communities() -> list[tuple[list[str], list[str]]]:
    """First names and surnames that go together; a community that is met often stands in it often."""
    ours = WORD.findall(_uncommented("first_names.txt"))
    surnames = [name.strip() for name in _uncommented("surnames.txt").replace("\n", ",").split(",")]
    own = ([name for name in ours if _latin(name)], [name for name in surnames if name and _latin(name)])
    found = [own] * _OURS
    for locale in (*LOCALES, *FURTHER):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        first, last = _names(provider, "first_name"), _names(provider, "last_name")
        times = _DUTCH if locale == "nl_NL" else 1
        found += [(first, last)] * times if first and last else []
    return found


class People:
    """Names of people who do not exist, one after the other."""

    def __init__(self, random: Random) -> None:
        """With the dice that decide."""
        self.random = random

    def person(self) -> tuple[str, str]:
        """A first name and a surname."""
        dice = self.random
        first_names, surnames = dice.choice(communities())
        first, last = dice.choice(first_names), dice.choice(surnames)
        chance = dice.random()
        if chance < 0.15:
            last = self._new_surname()
        elif chance < 0.22:
            last = dice.choice(_plain_words()).capitalize()
        if dice.random() < 0.07:
            first = self._new_first_name(first)
        if dice.random() < 0.05:
            first += dice.choice("- ") + dice.choice(first_names)
        if dice.random() < 0.1 and " " not in last:
            last = f"{dice.choice(_PARTICLES)} {last}"
        if dice.random() < 0.06 and " " not in last:
            last += "-" + dice.choice(dice.choice(communities())[1]).split()[-1]
        return first, last

    def name(self, kind: str, *, letters: str) -> str:
        """A name as it is typed: N any, F first, S surname; letters "as it is", "small" or "first small"."""
        dice = self.random
        first, last = self.person()
        chance = dice.random()
        if kind == "F" or (kind == "N" and chance < 0.42):
            name = first
        elif kind == "S" or chance > 0.93:
            name = _capital(last)
        elif chance < 0.86:
            name = f"{first} {last}"
        else:
            name = dice.choice((". ", ".", "")).join(dice.sample(_LETTERS, dice.choice((1, 1, 2, 3)))) + f". {last}"
        if letters == "first small" and kind == "N":
            return f"{first.lower()} {last}"
        return name if letters == "as it is" else name.lower()

    def place(self) -> str:
        """A town or a neighbourhood, half of them invented."""
        dice = self.random
        chance = dice.random()
        if chance < 0.5:
            return dice.choice(words_of("places"))
        made = (
            dice.choice(words_of("place beginnings"))
            + dice.choice(("", "", "en"))
            + dice.choice(words_of("place ends"))
        )
        return made if chance < 0.85 else f"{dice.choice(('De', 'Het'))} {made}"

    def firm(self) -> str:
        """A firm, a make, an illness, a building: whatever has a capital and is nobody."""
        dice = self.random
        chance = dice.random()
        if chance < 0.65:
            return dice.choice(words_of("firms"))
        if chance < 0.8:
            return self.place()
        tail = self.place() if dice.random() < 0.6 else dice.choice(self.person())
        return f"{dice.choice(words_of('kinds of firms'))} {tail}"

    def street(self) -> str:
        """A street that does not exist."""
        middle = self.random.choice(("", "en", "er", "s"))
        return self.random.choice(words_of("surname beginnings")) + middle + self.random.choice(words_of("streets"))

    def _new_surname(self) -> str:
        dice = self.random
        if dice.random() < 0.55:
            middle = dice.choice(("", "e", "en", "er", "s", ""))
            return dice.choice(words_of("surname beginnings")) + middle + dice.choice(words_of("surname ends"))
        whole = dice.choice(dice.choice(communities())[1]).split()[-1]
        return whole[: dice.randint(3, max(3, len(whole) - 1))] + dice.choice(words_of("foreign surname ends"))

    def _new_first_name(self, first: str) -> str:
        dice, name = self.random, first.split()[0]
        if len(name) < 4:
            return name
        if dice.random() < 0.3:
            return name + dice.choice(words_of("first name ends"))
        place = dice.randrange(1, len(name) - 1)
        if name[place] in "aeiou":
            return name[:place] + dice.choice("aeiou") + name[place + 1 :]
        return name[:place] + name[place] * 2 + name[place + 1 :]


@cache
def _plain_words() -> list[str]:
    """Dutch words of four to ten letters; some people are called Krijgsman or Vroom."""
    return [
        word
        for word in lists().ordinary.dutch
        if word.isascii() and word.islower() and 4 <= len(word) <= 10 and word.isalpha()
    ]


def _uncommented(name: str) -> str:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _names(provider: type, part: str) -> list[str]:
    """The names of one kind that a provider of faker holds, in our letters."""
    kinds: list[Sequence[str]] = [getattr(provider, name) for name in dir(provider) if part in name]
    return [
        name
        for kind in kinds
        if isinstance(kind, (tuple, list, dict))
        for name in kind
        if isinstance(name, str) and len(name) > 1 and _latin(name)
    ]


def _latin(name: str) -> bool:
    return all(ord(char) < _LATIN for char in name)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
