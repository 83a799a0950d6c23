"""Words on a page, made safe: as Django does it, without its layers, for what is drawn hundreds of times."""

from collections.abc import Iterable
from html import escape

from django.utils.functional import Promise
from django.utils.safestring import SafeString


def safe(value: object) -> str:
    """One value as HTML; what was made safe already stays as it is."""
    words = str(value) if isinstance(value, Promise) else value
    return words.__html__() if hasattr(words, "__html__") else escape(str(words))


def safe_html(pattern: str, **values: object) -> SafeString:
    """A pattern with its values, each made safe."""
    return SafeString(pattern.format(**{name: safe(value) for name, value in values.items()}))


def attributes(given: Iterable[tuple[str, object]]) -> str:
    """Attributes of a tag, each with a space before it; True stands there by its name alone, False not at all."""
    shown = ((safe(name), value) for name, value in given if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{safe(value)}"' for name, value in shown)
