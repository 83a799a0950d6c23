"""Making an invented district: a city, its people, and a year of questions."""

from wijkhuis.site.demo.actions.agenda import make_agenda
from wijkhuis.site.demo.actions.approaches import make_approaches
from wijkhuis.site.demo.actions.district import District, make_district
from wijkhuis.site.demo.actions.documents import make_documents
from wijkhuis.site.demo.actions.finding_out import make_finding_out
from wijkhuis.site.demo.actions.programme import make_programme
from wijkhuis.site.demo.actions.signals import make_signals
from wijkhuis.site.demo.actions.sources import make_sources
from wijkhuis.site.demo.actions.themes import make_themes
from wijkhuis.site.demo.actions.year import make_year

__all__ = [
    "District",
    "make_agenda",
    "make_approaches",
    "make_district",
    "make_documents",
    "make_finding_out",
    "make_programme",
    "make_signals",
    "make_sources",
    "make_themes",
    "make_year",
]
