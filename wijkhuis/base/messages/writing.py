"""Putting a message into words: the template of a room, in the language of who reads it."""

from dataclasses import dataclass
from datetime import date, time

from django.template.loader import get_template
from django.utils import formats, translation
from django.utils.safestring import SafeString

from wijkhuis.base.messages.models import Message
from wijkhuis.base.ui.dates import time_words

_DAY = {"en": "l j F", "tr": "j F l"}


@dataclass(frozen=True)
class Text:
    """What somebody reads."""

    subject: str
    body: str


def template_name(template: str) -> str:
    """Where the words of a message live: 'desk/follow_up' is desk/messages/follow_up.txt."""
    room, _, name = template.partition("/")
    return f"{room}/messages/{name}.txt"


def put_into_words(message: Message) -> Text:
    """In the language that is switched on: the first line is the subject, the rest is the body."""
    values = {key: SafeString(_said(key, value)) for key, value in message.context.items()}
    text = get_template(template_name(message.template)).render(values)
    subject, _, body = text.strip().partition("\n")
    return Text(" ".join(subject.split()), body.strip())


def _said(key: str, value: str) -> str:
    """Days with the weekday and the month in words (never "tomorrow"), times as the language writes them."""
    read = {"date": _day_said, "time": _time_said}.get(key)
    try:
        return read(value) if read else value
    except ValueError:
        return value


def _day_said(value: str) -> str:
    language = (translation.get_language() or "nl").split("-")[0]
    return formats.date_format(date.fromisoformat(value), _DAY.get(language, "l j F"))


def _time_said(value: str) -> str:
    return time_words(time.fromisoformat(value))
