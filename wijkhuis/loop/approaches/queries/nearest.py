"""Ways of working near what people say, for a theme of which nobody said what kind it is."""

from collections.abc import Sequence
from functools import lru_cache

from wijkhuis.base.language import meaning
from wijkhuis.base.language.meaning import Numbers
from wijkhuis.loop.approaches.queries.methods import Method
from wijkhuis.loop.signals.models import Theme

# Below this the nearest is near by chance (tried on the themes of the demo); more than three nobody compares.
NEAR, AT_MOST = 0.22, 3
SENTENCES = 20


def methods_near(theme: Theme, methods: Sequence[Method]) -> list[Method]:
    """At most three ways of working whose words are near the sentences of a theme by meaning; one query."""
    said = theme.signals.order_by("sentence").values_list("sentence", flat=True).distinct()[:SENTENCES]
    about = _meanings(tuple(f"{one.name}. {one.in_short} {one.what_for}" for one in methods))
    near = (meaning.encode([theme.name, *said]) @ about.T).mean(axis=0)
    return [methods[at] for at in near.argsort()[::-1][:AT_MOST] if near[at] >= NEAR]


@lru_cache(maxsize=4)
def _meanings(texts: tuple[str, ...]) -> Numbers:
    return meaning.encode(texts)
