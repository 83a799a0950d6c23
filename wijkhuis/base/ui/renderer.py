"""How form fields are drawn: the plain ones without a template, the others as Django does it."""

from collections.abc import Callable
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeString

from wijkhuis.base.ui.html import attributes, safe

Widget = dict[str, Any]


class PlainWidgets(DjangoTemplates):
    """A choice of a hundred neighbourhoods would be two hundred small templates: slower than the page around it."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Draw one widget."""
        draw = DRAWN.get(template_name.removeprefix("django/forms/widgets/"))
        if draw is None or context["widget"].get("wrap_label"):
            return str(super().render(template_name, context, request=request))
        return draw(context["widget"])


def _input(widget: Widget) -> SafeString:
    value = "" if widget["value"] is None else f' value="{safe(widget["value"])}"'
    kind, name = safe(widget["type"]), safe(widget["name"])
    return SafeString(f'<input type="{kind}" name="{name}"{value}{_attributes(widget)}>')


def _textarea(widget: Widget) -> SafeString:
    words = safe(widget["value"] or "")
    return SafeString(f'<textarea name="{safe(widget["name"])}"{_attributes(widget)}>\n{words}</textarea>')


def _select(widget: Widget) -> SafeString:
    inside = "".join(_group(name, options) for name, options, _index in widget["optgroups"])
    return SafeString(f'<select name="{safe(widget["name"])}"{_attributes(widget)}>{inside}</select>')


def _group(name: str | None, options: list[Widget]) -> str:
    inside = "".join(
        f'<option value="{safe(one["value"])}"{_attributes(one)}>{safe(one["label"])}</option>' for one in options
    )
    return inside if name is None else f'<optgroup label="{safe(name)}">{inside}</optgroup>'


def _attributes(widget: Widget) -> str:
    return attributes(widget["attrs"].items()) if widget["attrs"] else ""


INPUTS = "text email number url tel search password hidden date datetime time radio_option checkbox_option"
DRAWN: dict[str, Callable[[Widget], SafeString]] = {f"{name}.html": _input for name in INPUTS.split()} | {
    "textarea.html": _textarea,
    "select.html": _select,
}
