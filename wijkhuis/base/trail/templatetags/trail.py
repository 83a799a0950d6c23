"""{% load trail %}{% trail question "record" %} shows what came of a record."""

from django import template
from django.db.models import Model
from django.template import Engine, RequestContext
from django.utils.safestring import SafeString

from wijkhuis.base.trail.registry import Part, Place, trail_of

register = template.Library()


@register.simple_tag(takes_context=True)
def trail(context: RequestContext, record: Model, place: str) -> SafeString:
    """What later rooms show beside this record."""
    parts = trail_of(record, place=Place(place), request=context["request"])
    return SafeString("".join(_drawn(part, context) for part in parts))


def _drawn(part: Part, context: RequestContext) -> SafeString:
    # Within the page, as an include is: a page of its own would find out again what stands in the menu.
    with context.push(**part.context):
        return Engine.get_default().get_template(part.template).render(context)
