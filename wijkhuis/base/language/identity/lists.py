"""Which words are names: the lists of the package faker, our own, and the ordinary words that only look like names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from simplemma.strategies import DefaultDictionaryFactory

from wijkhuis.base.language.words import fold

DATA = Path(__file__).parent / "data"
# The languages of the neighbourhood; a provider alone is 1 MB, the whole of Faker far more.
LOCALES = (
    "nl_NL nl_BE tr_TR ar_AA fa_IR pl_PL uk_UA ru_RU bg_BG ro_RO hr_HR en_GB en_US fr_FR de_DE es_ES pt_PT it_IT zh_CN"
).split()
# Of these only what is no Dutch word and no word of ours: they are read for newcomers whose names nobody wrote down.
FURTHER = (
    "az_AZ cs_CZ da_DK en_IN en_NG en_PK es_CO fr_BE fr_DZ ha_NG hu_HU id_ID ig_NG lt_LT lv_LV sk_SK sl_SI sw "
    "tw_GH uz_UZ yo_NG"
).split()
WORD = re.compile(r"[^\W\d_][\u0300-\u036f\u064b-\u065f]*(?:(?:['’`-]?)[^\W\d_][\u0300-\u036f\u064b-\u065f]*)*")
# Letters that do not come apart into a plain one and an accent.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "`": "'"})


@dataclass(frozen=True)
class Ordinary:
    """Words that are no name: ours, read by hand, and those of a Dutch dictionary that are in no list of names."""

    ours: frozenset[str]
    names: frozenset[str]
    dutch: Mapping[str, str]
    without_accents: frozenset[str]

    def __contains__(self, word: str) -> bool:
        if word in self.ours:
            return True
        # The dictionary knows every letter, also the "A" of "Tjin A Sjoe".
        return len(word) > 1 and (word in self.dutch or word in self.without_accents) and word not in self.names


@dataclass(frozen=True)
class Lists:
    """Folded words; `ours` are the first names that we wrote down ourselves and that people here really carry."""

    first: frozenset[str]
    last: frozenset[str]
    ours: frozenset[str]
    ordinary: Ordinary
    public: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


def is_compound(word: str) -> bool:
    """Whether a word that nobody wrote down is made of two Dutch words: "lantaarnpaalfeest", "huurdersclub"."""
    known = lists().ordinary
    for cut in range(3, len(word) - 3):
        head, tail = word[:cut], word[cut:]
        if tail in known and (head in known or (head.endswith("s") and head[:-1] in known)):
            return True
    return False


def plain(word: str) -> str:
    """How a word is looked up: folded, without its accents."""
    return fold(word.translate(_PLAIN)).translate(_PLAIN)


@cache
def lists() -> Lists:
    """The lists, read once when the first text is looked at; about a second and 80 MB, most of it the dictionary."""
    ours = set(_words(_read("first_names.txt")))
    first, last = set(ours), set(_words(_read("surnames.txt")))
    house, dutch = frozenset(_read("house_words.txt").split()), _dutch()
    for locale in (*LOCALES, *FURTHER):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for names, part in ((first, "first_name"), (last, "last_name")):
            found = _words(_names(provider, part))
            names |= {name for name in found if locale in LOCALES or (name not in house and name not in dutch)}
    public = [tuple(_words(part)) for part in _read("public.txt").replace("\n", ",").split(",")]
    return Lists(
        first=frozenset(first - _PARTICLES),
        last=frozenset(last - _PARTICLES),
        ours=frozenset(ours),
        ordinary=_ordinary(frozenset(first | last)),
        public=frozenset(words[0] for words in public if len(words) == 1),
        phrases=tuple(words for words in public if len(words) > 1),
    )


def _ordinary(names: frozenset[str]) -> Ordinary:
    """The ordinary words; the dictionary of simplemma knows every form of a word, and needs its accents."""
    ours = frozenset(_read("ordinary.txt").split()) | (frozenset(_read("house_words.txt").split()) - names)
    dutch = _dutch()
    accents = frozenset(plain(word) for word in dutch if not word.isascii() and word[0].islower())
    return Ordinary(ours=ours, names=names, dutch=dutch, without_accents=accents)


@cache
def _dutch() -> Mapping[str, str]:
    return DefaultDictionaryFactory(cache_max_size=1).get_dictionary("nl")


_PARTICLES = frozenset(
    "de den der het van von ter ten te la le el al di da do dos des du op in uit of and y en".split()
)


def _read(name: str) -> str:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _names(provider: type, part: str) -> str:
    """All names of one kind that a provider of faker holds, behind each other."""
    kinds = [getattr(provider, name) for name in dir(provider) if part in name or name.endswith(f"{part}s")]
    return " ".join(" ".join(kind) for kind in kinds if isinstance(kind, (tuple, list, dict)))


def _words(text: str) -> list[str]:
    return [plain(word) for word in WORD.findall(text)]
