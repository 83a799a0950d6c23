"""{% load trail %}{% trail question "record" %} shows what came of a record."""

from typing import Any

from django import template
from django.db.models import Model
from django.template.context import RequestContext
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from wijkhuis.base.trail.registry import Place, trail_of

register = template.Library()


@register.simple_tag(takes_context=True)
def trail(context: RequestContext, record: Model, place: str) -> SafeString:
    """What later rooms show beside this record."""
    request: Any = context["request"]
    parts = trail_of(record, place=Place(place), request=request)
    return format_html_join("", "{}", ((render_to_string(p.template, p.context, request=request),) for p in parts))
