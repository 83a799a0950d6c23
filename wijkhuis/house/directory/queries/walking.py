"""How far something is for somebody on foot, in words."""

from django.utils.translation import gettext as _

from wijkhuis.base.geo.shapes import Point, metres_between, minutes_to_walk

# Further than this nobody walks, and the straight line says little.
LONGEST_WALK = 45


def walk_words(place: Point | None, near: Point | None) -> str:
    """About how many minutes an older person walks from the house; nothing when it is too far or not known."""
    if place is None or near is None:
        return ""
    minutes = minutes_to_walk(metres_between(place, near))
    if minutes > LONGEST_WALK:
        return _("further than a walk")
    return _("%(minutes)d minutes to walk") % {"minutes": minutes} if minutes > 1 else _("just around the corner")
