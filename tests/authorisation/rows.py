"""The matrix itself: per address who may do what. Read it as policy.

ok = may, and may see and change; open = sees a page on which nobody is named; blank = sees a page, changes nothing;
no = 403; gone = it does not exist for them (404); door = asked to sign in; method = this is not done here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

PEOPLE = (
    "holder host coordinator volunteer professional manager owner steering administrator other_host "
    "other_coordinator nobody"
).split()
Find = Callable[[SimpleNamespace], object]


@dataclass(frozen=True)
class Row:
    """One address: how to fill it in, and who may look (get) and send (post)."""

    get: dict[str, str]
    post: dict[str, str]
    place: dict[str, Find] = field(default_factory=dict)
    data: Callable[[SimpleNamespace], dict] | None = None

    def expects(self, who, method):
        return (self.get if method == "get" else self.post)[who]

    def sends(self, scene):
        return self.data(scene) if self.data else {}


def everybody(word):
    return dict.fromkeys(PEOPLE, word)


def only(people, word, *, others="no", nobody="door"):
    """These people see this, others that; who is not signed in stands at the door."""
    table = dict.fromkeys(PEOPLE, others) | {"nobody": nobody}
    return table | dict.fromkeys(people.split(), word)


DESK = "holder host coordinator volunteer professional other_host other_coordinator"
LIST = "holder host coordinator other_host other_coordinator"
STAFF = f"{DESK} manager"
MANAGE = "coordinator manager other_coordinator"
HOUSE_OF_QUESTION = "holder host coordinator"

# A question of De Brug that Joost holds. Mina, of the same desk, first says why she looks.
RECORD_GET = only("holder coordinator", "ok", others="gone") | {"host": "blank"}
RECORD_POST = only("holder coordinator", "ok", others="gone") | {"host": "no"}
NOT_HERE = everybody("method") | {"nobody": "door"}
PUBLIC = everybody("open")


def question(scene):
    return scene.question.pk


def record(*, get=RECORD_GET, post=RECORD_POST, **place):
    return Row(get, post, {"pk": question} | place)
