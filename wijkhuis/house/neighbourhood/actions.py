"""Everything that changes where neighbourhoods and places lie."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base.errors import NotYours, RuleBroken, demand
from wijkhuis.base.geo.shapes import Outline as Shape
from wijkhuis.base.geo.shapes import simplified
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.house.neighbourhood import jobs, rules
from wijkhuis.house.neighbourhood.locating import places_to_locate
from wijkhuis.house.neighbourhood.models import City, Neighbourhood, Outline, Place, Water

# No corner of an outline is further off than this.
METRES = 8.0


@dataclass
class Report:
    """What became of a file with outlines."""

    kept: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    waters: int = 0
    strangers: int = 0


@transaction.atomic
def import_outlines(content: bytes, *, by: Actor, metres: float = METRES) -> Report:
    """Keep the outlines of our neighbourhoods from a GeoJSON file, by CBS code or else by name.

    An outline that is there is replaced; one that the file does not have stays. RuleBroken when it is no GeoJSON.
    """
    demand(by.user is None, _("Only the administrator of the server does this."), error=NotYours)
    city = City.objects.first()
    if city is None:
        raise RuleBroken(_("There is no city yet."))
    try:
        drawn = rules.read_outlines(content)
    except ValueError as trouble:
        raise RuleBroken(str(trouble)) from None
    report = Report()
    for neighbourhood, shapes in _recognised(drawn, city, report):
        shape = simplified([polygon for one in shapes for polygon in one], metres=metres)
        Outline.objects.update_or_create(neighbourhood=neighbourhood, defaults={"shape": shape})
        report.kept.append(neighbourhood.name)
    _keep_waters(drawn, city, report, metres)
    report.missing = list(Neighbourhood.objects.filter(outline=None).order_by("name").values_list("name", flat=True))
    record("neighbourhood.outlines_imported", city, by=by, reason=f"{len(report.kept)} + {report.waters}")
    return report


def _recognised(drawn: list[rules.Drawn], city: City, report: Report) -> list[tuple[Neighbourhood, list[Shape]]]:
    """Our neighbourhoods with their shapes; what is somebody else's is only counted."""
    ours = list(Neighbourhood.objects.order_by("pk"))
    by_code = {place.cbs_code: place for place in ours if place.cbs_code}
    by_name: dict[str, list[Neighbourhood]] = {}
    for place in ours:
        by_name.setdefault(place.name.casefold(), []).append(place)
    found: dict[int, tuple[Neighbourhood, list[Shape]]] = {}
    for one in drawn:
        if one.is_water:
            continue
        known = by_code.get(one.code) or _by_name(one, by_name, city, report)
        if known is None:
            report.strangers += 1
        elif one.shape is None:
            report.remarks.append(_("%(name)s: this is not an outline in degrees.") % {"name": known.name})
        else:
            found.setdefault(known.pk, (known, []))[1].append(one.shape)
    return list(found.values())


def _by_name(
    one: rules.Drawn, by_name: dict[str, list[Neighbourhood]], city: City, report: Report
) -> Neighbourhood | None:
    """The only neighbourhood of this name in our city; what has a code of its own is never taken by name."""
    if city.cbs_code and one.city and one.city != city.cbs_code:
        return None
    alike = by_name.get(one.name.casefold(), [])
    if len(alike) > 1:
        report.remarks.append(_("%(name)s: several neighbourhoods have this name.") % {"name": one.name})
    if len(alike) != 1 or (alike[0].cbs_code and one.code and alike[0].cbs_code != one.code):
        return None
    if one.code and not alike[0].cbs_code and rules.is_cbs_code(one.code):
        alike[0].cbs_code = one.code
        alike[0].save(update_fields=["cbs_code"])
    return alike[0]


def _keep_waters(drawn: list[rules.Drawn], city: City, report: Report, metres: float) -> None:
    waters = [one for one in drawn if one.is_water and one.shape]
    waters = [one for one in waters if not (city.cbs_code and one.city) or one.city == city.cbs_code]
    if not waters:
        return
    Water.objects.filter(city=city).delete()
    for one in waters:
        Water.objects.create(city=city, name=one.name[:80], shape=simplified(one.shape or [], metres=metres))
    report.waters = len(waters)


def find_points_of_places() -> None:
    """Leave it to a worker to ask where the places of the houses are, as far as nobody knows."""
    for place in places_to_locate():
        find_point_of(place)


def find_point_of(place: Place) -> None:
    """Leave it to a worker to ask where this place of a house is."""
    if settings.GEOCODER != "none" and not place.is_located:
        jobs.leave_locating(place.pk)
