"""./huis demo_data: fill an empty house with an invented district and a year of questions."""

from datetime import date, datetime, time, timedelta
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.urls import Resolver404, resolve
from django.utils import formats, timezone, translation
from django.utils.timezone import make_aware

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.house.neighbourhood.models import City
from wijkhuis.loop.desk.models import Question
from wijkhuis.site.demo.actions import (
    make_agenda,
    make_approaches,
    make_district,
    make_documents,
    make_finding_out,
    make_programme,
    make_signals,
    make_sources,
    make_themes,
    make_year,
)
from wijkhuis.site.demo.reading import facts

YEAR = {"questions": 280, "days": 364}
A_FEW_WEEKS = {"questions": 10, "days": 40}
PAGES = {
    "het huis, voor bewoners": "/huis/de-brug/",
    "het andere huis (je)": "/huis/de-haven/",
    "zuil in de hal": "/kiosk/de-brug/",
    "balie": "/balie/",
    "wat er is": "/kaart/",
    "wie hier werken": "/mensen/",
    "uitzoeken": "/uitzoeken/",
    "wat niet voorhanden was": "/signalen/aanbod/",
    "rondes op straat": "/signalen/rondes/",
    "wijkagenda": "/wijkagenda/de-brug/",
    "actieprogramma": "/actieprogramma/de-brug/",
    "vergaderingen": "/wijkagenda/overleg/",
    "archief": "/archief/",
}


class Command(BaseCommand):
    """Make the invented district; never in a house where something lives already."""

    help = "Fill an empty database with an invented district and a year of questions."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what can be asked."""
        parser.add_argument("--small", action="store_true", help="a few weeks instead of a year")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill it, and tell who can sign in and where to look."""
        if City.objects.exists() or User.objects.exists():
            self.stdout.write("There is a city here already; nothing was changed.")
            self._introduce(_link_of_a_resident())
            return
        size = A_FEW_WEEKS if options["small"] else YEAR
        began = monotonic()
        first_day = timezone.localdate() - timedelta(days=size["days"] + 30)
        with translation.override("nl"):
            with clock.pretend(make_aware(datetime.combine(first_day, time(8)))):
                district = make_district()
                make_sources(district)
            self.stdout.write("  Dijkstad Noord: houses, people, what is there")
            notes = make_year(district, questions=size["questions"], days=size["days"], tell=self._tell)
            make_finding_out(district)
            make_signals(district)
            make_themes(district)
            make_agenda(district)
            make_approaches(district)
            make_programme(district)
            make_documents(district)
        self.stdout.write(f"  made in {monotonic() - began:.0f} seconds")
        self._introduce(notes)

    def _tell(self, month: date, count: int) -> None:
        self.stdout.write(f"  {formats.date_format(month, 'F Y')}: {count} moments")
        self.stdout.flush()

    def _introduce(self, notes: dict[str, str]) -> None:
        domain = facts("team")["domain"]
        people = User.objects.filter(email__endswith=f"@{domain}").order_by("pk")
        self.stdout.write("\nWie kan inloggen:")
        for user in people:
            self.stdout.write(f"  {user.email:42} {user.full_name}, {user.function}")
        self.stdout.write("\nOm te bekijken:")
        named = {"Mijn vraag, van een bewoner": "resident", "een overdracht, voor een partner": "partner"}
        for label, page in PAGES.items():
            if _answers(page):
                self.stdout.write(f"  {label:34} {settings.SITE_URL}{page}")
        for label, name in named.items():
            if name in notes:
                self.stdout.write(f"  {label:34} {notes[name]}")


def _answers(page: str) -> bool:
    try:
        resolve(page)
    except Resolver404:
        return False
    return True


def _link_of_a_resident() -> dict[str, str]:
    offered = Question.objects.open().filter(handovers__ended_at=None, handovers__isnull=False, language="nl")
    question = offered.exclude(link_token=None).order_by("pk").first()
    if question is None:
        return {}
    return {"resident": f"{settings.SITE_URL}/mijn/{question.link_token}/ (code {question.short_code})"}
