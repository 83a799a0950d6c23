"""Languages that are spoken somewhere: kept by code (ISO 639), said by name in the language of the page."""

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# What is spoken most in Dutch neighbourhoods.
COMMON = (
    "nl", "en", "ar", "ber", "tr", "ku", "pl", "uk", "ru", "bg", "ro", "fa", "prs", "ti", "so", "am", "zh", "es", "pt",
    "fr", "de", "it", "pap", "srn", "hi", "ur", "vi", "dse",
)  # fmt: skip


def language_name(code: str) -> str:
    """The name of a language; the code itself when nobody knows it."""
    own = {"ber": _("Berber"), "prs": _("Dari"), "dse": _("Dutch Sign Language")}
    return own.get(code) or _known(code) or code


def language_names(codes: Iterable[str]) -> list[str]:
    """The names of some languages, in the order they are kept."""
    return [language_name(code) for code in codes]


def language_choices(also: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Codes and names to choose from by name, with those that were chosen before."""
    return sorted(((code, language_name(code)) for code in {*COMMON, *also}), key=lambda choice: choice[1])


def _known(code: str) -> str:
    try:
        page = Locale.parse((get_language() or "nl").replace("-informal", ""), sep="-")
    except (UnknownLocaleError, ValueError):
        page = Locale("nl")
    return str(page.languages.get(code, ""))
