"""Example data for the catalogue of components; the people are made up."""

import datetime as dt
from typing import Any

CONTACT = [("visit", "Ik kom langs"), ("phone", "Bellen"), ("sms", "Sms"), ("none", "Niet nodig")]


def context(*, today: dt.date, now: dt.datetime) -> dict[str, Any]:
    """Gather one example of everything a page can show."""
    return {
        "house": {
            "name": "Huis van de Wijk De Brink",
            "phone": "020 555 01 23",
            "address": "Brinkstraat 12",
            "open_words": "Vandaag open tot 17.00 uur",
        },
        "nav": [
            ("#", "Mijn vragen", True),
            ("#", "Vragen van het huis", False),
            ("#", "Besprekingen", False),
            ("#", "Wat er is", False),
            ("#", "Wie hier werkt", False),
            ("#", "Kantoor", False),
            ("#", "De stad", False),
        ],
        "help_url": "#",
        "tabs": [
            ("#", "Van mij", 7, True),
            ("#", "Van het huis", 31, False),
            ("#", "Te laat", 2, False),
            ("#", "Alles", None, False),
        ],
        "groups": groups(),
        "events": events(now),
        "rungs": rungs(),
        "facts": [("Naam", "mevrouw Yılmaz"), ("Vraag", "De muur in de slaapkamer is nat"), ("Bellen", "na 17.00 uur")],
        "marks": [("now", "nu"), ("late", "2 dagen te laat"), ("waiting", "wacht op Fatma"), ("done", "opgelost")],
        "choices": [("yes", "Ja"), ("partly", "Een beetje"), ("no", "Nee"), ("unknown", "Weet ik niet")],
        "kiosk_choices": [
            ("#", "Ik heb een vraag"),
            ("#", "Wat is er vandaag?"),
            ("#", "Wie is er in huis?"),
            ("#", "Hoe is het met mijn vraag?"),
        ],
        "drawings": ["house", "cup", "bench", "key", "slip", "logo"],
    }


def groups() -> list[dict[str, Any]]:
    """Three groups of questions, the most urgent first."""
    wall = (
        "De muur in de slaapkamer van mijn dochter is nat en de woningbouw belt niet terug. "
        "Ze hoest al weken en ik weet niet meer wie ik moet bellen."
    )
    return [
        {
            "title": "Nu",
            "kind": "now",
            "empty": "Niemand wacht op u.",
            "rows": [
                {
                    "url": "#1",
                    "who": "Mevrouw Yılmaz",
                    "what": wall,
                    "since": "sinds vrijdag 6 maart",
                    "next": "Joost belt haar",
                    "mark": "late",
                    "mark_words": "2 dagen te laat",
                },
                {
                    "url": "#2",
                    "who": "Iemand uit Noord",
                    "what": "Ik wil graag Nederlands oefenen, maar niet in een klas",
                    "since": "sinds gisteren",
                    "next": "Vraag of het taalcafé past",
                    "mark": "now",
                    "mark_words": "vandaag",
                },
            ],
        },
        {
            "title": "Deze week",
            "kind": "week",
            "rows": [
                {
                    "url": "#3",
                    "who": "Ahmed",
                    "what": "أحتاج مساعدة في ملء استمارة",
                    "since": "sinds maandag 2 maart",
                    "next": "Samen het formulier invullen, donderdag 12 maart",
                }
            ],
        },
        {"title": "Wacht op anderen", "kind": "waiting", "rows": [], "empty": "Er ligt niets bij anderen."},
    ]


def events(now: dt.datetime) -> list[dict[str, Any]]:
    """A short story, from asking to being helped."""
    return [
        {
            "when": now - dt.timedelta(days=9),
            "what": "Mevrouw Yılmaz kwam langs en vertelde:",
            "words": "De muur in de slaapkamer is nat en niemand belt terug.",
            "kind": "said",
        },
        {
            "when": now - dt.timedelta(days=8),
            "what": "Joost gaf de vraag door aan Fatma van de woningcorporatie.",
            "kind": "done",
        },
        {
            "when": now - dt.timedelta(days=1),
            "what": "Samira keek naar deze vraag, omdat ze Joost verving.",
            "kind": "looked",
        },
        {
            "when": now,
            "what": "Fatma heeft nog niet gebeld.",
            "kind": "needs-you",
            "url": "#",
            "action": "Herinner haar",
        },
    ]


def rungs() -> list[dict[str, Any]]:
    """The four rungs of the ladder with a few suggestions."""
    return [
        {
            "key": "self",
            "title": "Zelf",
            "question": "Wat heeft u al geprobeerd? Wat wilt u zelf doen?",
            "reserve": 1,
            "items": [{"title": "Uitleg: huur en onderhoud", "why": "Gaat over vocht in huis", "url": "#"}],
        },
        {
            "key": "own",
            "title": "Eigen mensen",
            "question": "Wie om u heen kan meedenken?",
            "reserve": 1,
            "items": [],
            "empty": "Vraag naar familie, vrienden en buren.",
        },
        {
            "key": "hood",
            "title": "In de buurt",
            "question": "Wie of wat is er dichtbij?",
            "reserve": 3,
            "items": [
                {
                    "title": "Spreekuur Wonen",
                    "why": "Vandaag tot 16.00 uur, hier in huis",
                    "name": "pick",
                    "value": "1",
                    "checked": True,
                },
                {
                    "title": "Bewonersgroep De Brink",
                    "why": "Kent deze flat, komt dinsdag bij elkaar",
                    "name": "pick",
                    "value": "2",
                },
                {"title": "Mevrouw De Wit", "why": "Wil gevraagd worden over huren", "name": "pick", "value": "3"},
            ],
            "more": [{"title": "Buurtklussers", "why": "Helpen met kleine klussen", "name": "pick", "value": "4"}],
        },
        {
            "key": "pro",
            "title": "Professional",
            "question": "Wie hoort dit te doen?",
            "reserve": 2,
            "items": [
                {
                    "title": "Fatma, woningcorporatie",
                    "why": "Is er vandaag, belt binnen 3 werkdagen",
                    "name": "pick",
                    "value": "5",
                }
            ],
        },
    ]
