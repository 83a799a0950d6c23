"""The words people use for what is there, and what we call that."""

from wijkhuis.base.language.words import fold

_WORDS = {
    "organisation": "organisation organisatie instelling stichting vereniging association bewonersbedrijf",
    "service": """service dienst dienstverlening spreekuur loket cursus training hulp aanbod voorziening
        vrijwilligersaanbod inloopspreekuur vraagbaak course begeleiding advies hulpdienst""",
    "group": """group groep activiteit activity lotgenotengroep bewonersgroep bewonersinitiatief initiatief club
        zelfhulpgroep maatjesgroep gespreksgroep initiative burgerinitiatief buurtinitiatief supportgroup""",
    "meeting_place": """meetingplace ontmoetingsplek ontmoetingsplaats plek inloop buurthuis wijkcentrum dorpshuis
        buurtkamer buurttuin place inloophuis huiskamer wijkhuis""",
    "scheme": "scheme regeling toeslag uitkering tegemoetkoming vergoeding gemeentelijkeregeling pas",
    "fund": "fund fonds noodfonds hulpfonds",
}
KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
BY_RESIDENTS = frozenset(
    "bewonersgroep bewonersinitiatief initiatief initiative burgerinitiatief buurtinitiatief bewonersbedrijf".split()
)


def kind_of(word: str) -> tuple[str, bool] | None:
    """The kind that somebody means, and whether residents do it themselves; None when we do not know the word."""
    plain = "".join(char for char in fold(word) if char.isalpha())
    if plain not in KINDS and plain.endswith("en") and plain[:-2] in KINDS:
        plain = plain[:-2]
    return (KINDS[plain], plain in BY_RESIDENTS) if plain in KINDS else None
