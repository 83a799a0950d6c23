"""How form fields are drawn: the plain ones without a template, the others as Django does it."""

from collections.abc import Callable
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

Widget = dict[str, Any]
NOTHING = SafeString("")


class PlainWidgets(DjangoTemplates):
    """A choice of a hundred neighbourhoods would be two hundred small templates: slower than the page around it."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Draw one widget."""
        draw = DRAWN.get(template_name.removeprefix("django/forms/widgets/"))
        if draw is None or context["widget"].get("wrap_label"):
            return str(super().render(template_name, context, request=request))
        return draw(context["widget"])


def _input(widget: Widget) -> SafeString:
    value = "" if widget["value"] is None else format_html(' value="{}"', widget["value"])
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, _attributes(widget))


def _textarea(widget: Widget) -> SafeString:
    words = widget["value"] or ""
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], _attributes(widget), words)


def _select(widget: Widget) -> SafeString:
    inside = SafeString("".join(_group(name, options) for name, options, _index in widget["optgroups"]))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], _attributes(widget), inside)


def _group(name: str | None, options: list[Widget]) -> SafeString:
    if name is None:
        return _options(options)
    return format_html('<optgroup label="{}">{}</optgroup>', name, _options(options))


def _options(options: list[Widget]) -> SafeString:
    # Most of the work of a form: joined by hand, each part made safe.
    rows = [
        f'<option value="{conditional_escape(option["value"])}"{_attributes(option)}>'
        f"{conditional_escape(option['label'])}</option>"
        for option in options
    ]
    return SafeString("".join(rows))


def _attributes(widget: Widget) -> SafeString:
    if not widget["attrs"]:
        return NOTHING
    given = [(name, value) for name, value in widget["attrs"].items() if value is not False]
    shown = ((name, "" if value is True else format_html('="{}"', value)) for name, value in given)
    return format_html_join("", " {}{}", shown)


INPUTS = "text email number url tel search password hidden date datetime time radio_option checkbox_option"
DRAWN: dict[str, Callable[[Widget], SafeString]] = {f"{name}.html": _input for name in INPUTS.split()} | {
    "textarea.html": _textarea,
    "select.html": _select,
}
