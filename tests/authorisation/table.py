"""What a row of the matrix is, and words for who may do what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

PEOPLE = (
    "holder host coordinator volunteer professional manager owner member former_member steering administrator "
    "other_host other_coordinator nobody"
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
TEAM_HERE = "holder host coordinator volunteer professional manager"
MANAGE = "coordinator manager other_coordinator"
HOUSE_OF_QUESTION = "holder host coordinator"

# A question of De Brug that Joost holds. Mina, of the same desk, first says why she looks.
RECORD_GET = only("holder coordinator", "ok", others="gone") | {"host": "blank"}
RECORD_POST = only("holder coordinator", "ok", others="gone") | {"host": "no"}
NOT_HERE = everybody("method") | {"nobody": "door"}
PUBLIC = everybody("open")
# The signal group of De Brug and its coordinator.
IN_GROUP = only("coordinator member", "ok", others="gone")


def question(scene):
    return scene.question.pk


def record(*, get=RECORD_GET, post=RECORD_POST, **place):
    return Row(get, post, {"pk": question} | place)


def post_only(post, place=None, data=None):
    return Row(NOT_HERE, post, place or {}, data)


def both(table, place=None):
    return Row(table, table, place or {})


def one(name):
    """The key of one of the records in the scene."""
    return {"pk": lambda scene: getattr(scene, name).pk}
