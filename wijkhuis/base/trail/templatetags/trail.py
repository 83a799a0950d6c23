"""Show what came of a record: {% load trail %}{% trail question "record" %}, or {% parts found %} of what is there."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.db.models import Model
from django.template.context import RequestContext
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from wijkhuis.base.trail.registry import Part, Place, trail_of

register = template.Library()


@register.simple_tag(takes_context=True)
def trail(context: RequestContext, record: Model, place: str) -> SafeString:
    """What later rooms show beside this record."""
    request: Any = context["request"]
    return _drawn(trail_of(record, place=Place(place), request=request), request)


@register.simple_tag(takes_context=True)
def parts(context: RequestContext, found: Iterable[Part]) -> SafeString:
    """Parts that the page asked for itself, for many records at once."""
    return _drawn(found, context["request"])


def _drawn(found: Iterable[Part], request: Any) -> SafeString:
    drawn = ((render_to_string(part.template, part.context, request=request),) for part in found)
    return format_html_join("", "{}", drawn)
