"""Just enough Dutch to say in the third person what somebody said of themselves; the words are data: add to them."""

# Forms with "ik" whose form with "iemand" is not simply with a t.
_IRREGULAR = {"ben": "is", "heb": "heeft", "kan": "kan", "kun": "kan", "mag": "mag", "wil": "wil", "zal": "zal"} | {
    "hou": "houdt",
    "rij": "rijdt",
    "ga": "gaat",
    "sta": "staat",
    "sla": "slaat",
}

_VERBS = set(
    """
    ben heb kan kun mag wil zal moet weet snap begrijp zoek krijg ga sta zie doe kom woon voel durf hoop vind mis eet
    slaap drink betaal bel schrijf lees praat spreek leer help denk hoor lijd zit lig loop fiets rijd rij koop verkoop
    gebruik probeer maak neem geef breng haal houd hou blijf word wacht verlies vergeet herken begin stop schaam verveel
    verwacht verdien ontvang bewaar regel vul meld stuur speel zing kook klus schilder poets strijk ruim val struikel
    kijk luister twijfel vertrouw merk ken wens vertel zeg noem heet vrees schrik huil lach ren wandel verhuis scheid
    studeer oefen versta mist raak pas leen spaar red trek laat leef draag til overweeg overnacht verblijf bid geniet
    """.split()
)
# These are nouns as well: only where nothing but a verb can stand.
_VERBS_THAT_ARE_NOUNS = {"vraag", "huur", "werk", "zorg", "deel", "reis", "sport", "steun", "bezoek", "hoop", "wens"}
_PAST = set(
    """
    was had kon mocht wou zou moest wist kreeg ging stond zag deed kwam werd vond zat lag liep las sprak at sliep nam
    gaf bracht kocht dacht hield bleef verloor vergat begon viel schreef riep hielp trok droeg liet
    """.split()
)
BEFORE_A_VERB = (
    "aan",
    "af",
    "bij",
    "door",
    "in",
    "mee",
    "na",
    "op",
    "over",
    "rond",
    "terug",
    "thuis",
    "toe",
    "uit",
    "voor",
)
# What stands behind "ik" without being a verb: the sentence was built in another order than we know.
NO_VERB = set(
    "niet ook al zelf alleen nu met en of heel hier daar graag geen nog maar want een de het veel mij me zo".split()
)
# What can stand behind a noun, and is no noun itself.
NO_NOUN = NO_VERB | set(
    """
    kwijt is van in op aan voor te weer kapot stuk weg wordt meer zijn om bij naar tegen uit over door dat die als
    """.split()
)
RELATIVES = set(
    """
    moeder vader ouders ma pa mam pap mama papa zoon dochter zoontje dochtertje kind kinderen man vrouw partner vriend
    vriendin broer zus zusje broertje oma opa tante oom nicht neef kleinzoon kleindochter kleinkind kleinkinderen ex
    schoonmoeder schoonvader schoonouders buurvrouw buurman buren gezin familie schoonzoon schoondochter vriendje
    buurmeisje buurjongen jongen jongste oudste tweeling baby peuter kleuter puber tiener echtgenoot echtgenote
    """.split()
)
_HET = set(
    """
    huis formulier paspoort rijbewijs balkon toilet bed slot dak werk inkomen geld pensioen contract cv account
    wachtwoord raam water gas licht adres eten leven lichaam been hoofd hart gebit verhaal probleem papier bedrag
    diploma recht loon salaris abonnement energiecontract huurcontract plafond behang
    tapijt plein pleintje trappenhuis portiek
    gebouw blok schooladvies zwemdiploma loonstrookje bezwaar nummer rekeningnummer lievelingseten bezit bedrijf
    nederlands ziekenhuis bankstel medicijn recept verzet scherm toestel internet wifi netwerk lidmaatschap
    pakket speelgoed hondje
    """.split()
)
_THIRD = set(
    """
    is zijn wordt worden heeft hebben kan kunnen mag mogen moet moeten wil willen gaat gaan komt komen staat staan doet
    doen blijft blijven ligt liggen zit zitten krijgt krijgen werkt werken rijdt rijden stopt stoppen ontbreekt lekt
    stinkt hangt valt vallen loopt lopen maakt maken geeft geven zegt zeggen snapt begrijpt zoekt vraagt durft voelt
    woont wonen weet weten eet slaapt betaalt kost kosten duurt duren helpt helpen sluit verdwijnt verdwijnen was waren
    had hadden kon konden werd werden moest ging kwam kreeg zou zouden groeit schreeuwt pest speelt spelen belt dreigt
    gooit gooien lijkt schrijft klinkt ziet zien hoort horen past sluiten brandt branden tocht lukt
    """.split()
)


def is_verb_with_ik(word: str, *, surely: bool = True) -> bool:
    """Whether a word is a form that belongs to "ik"; not surely: also words that are a noun elsewhere."""
    word = word.lower()
    return word in _VERBS or is_past(word) or (not surely and word in _VERBS_THAT_ARE_NOUNS)


def is_past(word: str) -> bool:
    """Whether a form is of the past: the same with "ik" and "iemand"."""
    return word.lower() in _PAST


def is_verb(word: str) -> bool:
    """Whether a word is a form with which a sentence about something else can stand."""
    return word.lower() in _THIRD


def ends_in_a_verb_with_ik(word: str) -> bool:
    """Whether a word is a verb with a part before it: "thuiskom", "aanvraag"."""
    word = word.lower()
    return any(
        word.startswith(part) and is_verb_with_ik(word.removeprefix(part), surely=False) for part in BEFORE_A_VERB
    )


def with_somebody(word: str) -> str:
    """The form with "iemand" of a form with "ik": snap becomes snapt, heb becomes heeft, kreeg stays."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if is_past(low) or low.endswith(("t", "de", "te")):
        return low
    return f"{low}t"


def article(noun: str) -> str:
    """The article that can stand in the place of "mijn" before a thing."""
    noun = noun.lower()
    diminutive = noun.endswith(("je", "tje", "pje")) and len(noun) > 4
    return "het" if noun in _HET or diminutive else "de"


def is_infinitive(word: str) -> bool:
    """Whether a word looks like the whole verb: "krijgen", "doen"."""
    return len(word) > 3 and word.isalpha() and word.endswith(("en", "aan", "ien", "oen"))
