"""What templates of every room use: {% load ui %}."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django import forms, template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BoundField
from django.shortcuts import resolve_url
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext

from wijkhuis.base.clock import today
from wijkhuis.base.ui.dates import day_words, time_words, when_words
from wijkhuis.base.ui.html import safe_html

register = template.Library()

# Dutch numbers begin with a nought, those of other countries with a plus; a day or a postcode does neither.
PHONE = re.compile(r"(?:\+|0|\(0)[\d ().-]{7,19}")
ONE_OF_MANY = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@register.filter
def when(moment: dt.date | None) -> str:
    """Say a moment or a day in words; nothing when it is not there."""
    return when_words(moment, today=today()) if moment else ""


@register.filter
def day(moment: dt.date | None) -> str:
    """Say only the day of a moment in words."""
    if not moment:
        return ""
    if isinstance(moment, dt.datetime):
        moment = timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return day_words(moment, today=today())


@register.filter
def clock(moment: dt.datetime | dt.time | None) -> str:
    """Say only the time of a moment in words."""
    if not moment:
        return ""
    if isinstance(moment, dt.datetime):
        moment = timezone.localtime(moment).time() if timezone.is_aware(moment) else moment.time()
    return time_words(moment)


@register.filter
def tel(number: str) -> str:
    """A phone number as a link dials it: its digits, and the plus of another country."""
    return re.sub(r"[^\d+]", "", str(number))


@register.filter
def unbroken(number: object) -> str:
    """A phone number in the middle of a sentence: on one line, and in its own order from right to left too."""
    return str(number).replace(" ", "\u00a0")


@register.filter
def tappable(value: object) -> object:
    """A fact that is a phone number becomes something to tap; all other words stay words."""
    if not PHONE.fullmatch(str(value)):
        return value
    return format_html('<a href="tel:{}" dir="ltr">{}</a>', tel(str(value)), value)


@register.filter
def html_lang(code: str) -> str:
    """Give the language as browsers know it: informal Dutch is Dutch."""
    return code.replace("-informal", "")


@register.simple_tag
def drawing(name: str, alt: str = "") -> SafeString:
    """Show one of the line drawings of the house."""
    return format_html('<img src="{}" alt="{}">', static(f"ui/img/{name}.svg"), alt)


SENTENCE = (
    '<a class="sentence" href="{url}"><span class="sentence__who">{who}</span> '
    '<span class="sentence__what" dir="auto">{what}</span> <span class="sentence__since">{since}</span> '
    '<span class="sentence__next">{mark}{next}</span></a>'
)
MARK = '<span class="mark mark--{mark}">{words}</span>{gap}'


@register.simple_tag
def sentence(row: dict[str, Any]) -> SafeString:
    """Draw one row of a list: who, what, since when, what next. By hand, because a page shows thirty."""
    words = {name: row.get(name, "") for name in ("url", "who", "what", "since", "next")}
    gap = SafeString("<br>") if words["next"] else ""
    mark = safe_html(MARK, mark=row["mark"], words=row["mark_words"], gap=gap) if row.get("mark") else ""
    return safe_html(SENTENCE, mark=mark, **words)


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, label: str = "", help: str = "", look: str = "", optional: bool = True) -> dict[str, Any]:
    """Show one form field with its words, help and error tied together for screen readers."""
    widget = bound.field.widget
    errors = list(bound.errors)
    help_text = help or bound.help_text
    many, check = isinstance(widget, ONE_OF_MANY), isinstance(widget, forms.CheckboxInput)
    there = {"help": help_text, "error": errors}
    described = " ".join(f"{bound.auto_id}_{part}" for part, words in there.items() if words)
    attrs: dict[str, str | bool] = {"aria-describedby": described} if described else {}
    attrs |= {"aria-invalid": "true"} if errors else {}
    if isinstance(bound.field.widget, forms.Textarea):
        # A browser cuts off what is pasted and says nothing; the house says what is too long, and keeps it.
        attrs["maxlength"] = False
    return {
        "bound": bound,
        "label": label or bound.label,
        "errors": errors,
        "words": _words_of(bound.auto_id, help=help_text, errors=errors),
        "look": look,
        "id": bound.auto_id,
        "kind": "many" if many else "check" if check else "line",
        "input": "" if many else bound.as_widget(attrs=attrs),
        "described": described,
        "show_optional": optional and not bound.field.required and not check,
    }


def _words_of(name: str, *, help: Any, errors: Iterable[Any]) -> SafeString:
    helped = format_html('<p class="field__help" id="{}_help">{}</p>', name, help) if help else ""
    if not errors:
        return format_html("{}", helped)
    said = format_html_join("", '<p class="field__error">{}</p>', ((error,) for error in errors))
    return format_html('{}<div id="{}_error">{}</div>', helped, name, said)


@register.inclusion_tag("ui/parts/sum_up.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """List what must be mended before the form can be saved, each with a link to its field."""
    rows = []
    for bound in form:
        if bound.errors:
            target = f"{bound.auto_id}_0" if isinstance(bound.field.widget, ONE_OF_MANY) else bound.auto_id
            rows += [(target, _named(bound, str(error))) for error in bound.errors]
    return {"rows": rows, "general": form.non_field_errors(), "seen": getattr(form, "seen_now", "")}


def _named(bound: BoundField, error: str) -> str:
    """An error that says nothing of its field stands in a list after the words of that field."""
    if error != gettext("This field is required."):
        return error
    return f"{bound.label}{'' if str(bound.label)[-1:] in '?!.:' else ':'} {error}"


@register.inclusion_tag("ui/parts/pages.html", takes_context=True)
def pagination(context: template.Context, page: Page) -> dict[str, Any]:
    """Walk through a long list, keeping the search in the address."""
    return {"page": page, "request": context.get("request")}


@register.inclusion_tag("ui/parts/languages.html", takes_context=True)
def languages(context: template.Context) -> dict[str, Any]:
    """Offer residents their languages, each in its own name."""
    current = html_lang(get_language() or settings.LANGUAGE_CODE)
    infos = [get_language_info(code) for code in settings.RESIDENT_LANGUAGES]
    request = context.get("request")
    return {
        "action": resolve_url(settings.LANGUAGE_CHOICE_URL),
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "here": request.get_full_path() if request else "/",
        "rows": [
            (info["code"], info["name_local"].capitalize(), info["bidi"], info["code"] == current) for info in infos
        ],
    }
