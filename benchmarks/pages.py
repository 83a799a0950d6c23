"""The pages that are measured, and the people who open them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.sessions import mark_strong
from wijkhuis.house.people.models import Role
from wijkhuis.loop.agenda.models import Meeting
from wijkhuis.loop.approaches.models import Approach
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Theme

# So many people of each role take turns.
VISITORS = 24
TYPED = "Kan iemand mij helpen met een brief van de gemeente over huurtoeslag"


@dataclass(frozen=True)
class Page:
    """One page: its name in the table, who opens it, where it is, and what is sent (None is a GET)."""

    name: str
    kind: str | None
    address: Callable[[int], str]
    data: dict[str, str] | None = None
    htmx: bool = False


def addresses_of_questions() -> list[str]:
    """Links of open questions, as residents have them."""
    tokens = Question.objects.open().order_by("pk").values_list("link_token", flat=True)[:400]
    return [reverse("desk:mine", args=[token]) for token in tokens]


def pages() -> list[Page]:
    """Everything the table shows, in its order."""
    mine = addresses_of_questions()
    host = Role.Kind.HOST
    return [
        Page("desk screen", host, lambda _turn: reverse("desk:desk")),
        Page("ladder while typing", host, lambda _turn: reverse("desk:ladder"), {"words": TYPED}, htmx=True),
        Page("my list", host, lambda _turn: reverse("desk:my_questions")),
        Page("house list", host, lambda _turn: reverse("desk:house_questions")),
        Page("house list, coordinator", Role.Kind.COORDINATOR, lambda _turn: reverse("desk:house_questions")),
        Page("my list, volunteer", Role.Kind.VOLUNTEER, lambda _turn: reverse("desk:my_questions")),
        Page("word search", host, lambda _turn: reverse("desk:find"), {"text": "formulier"}),
        Page("my question (resident)", None, lambda turn: mine[turn % len(mine)]),
        Page("public page", None, lambda turn: reverse("home:house", args=[f"huis-{1 + turn % 48}"])),
        *pages_of_the_group(),
    ]


def pages_of_the_group() -> list[Page]:
    """What the signal group, other staff and everybody see of themes, meetings, approaches and the programme."""
    group, staff = Role.Kind.COORDINATOR, Role.Kind.VOLUNTEER
    # The first theme is taken up, and has approaches; the last meeting is the one that comes.
    themes = of_each_house(Theme.objects.order_by("-pk"), "house")
    meetings = of_each_house(Meeting.objects.order_by("pk"), "group__house")
    approaches = of_each_house(Approach.objects.order_by("-pk"), "theme__house")
    return [
        Page("themes, signal group", group, lambda _turn: reverse("signals:themes")),
        Page("themes, other staff", staff, lambda _turn: reverse("signals:themes")),
        Page("a theme", group, lambda turn: reverse("signals:theme", args=[themes[house_of(group, turn)]])),
        Page(
            "a theme, other staff", staff, lambda turn: reverse("signals:theme", args=[themes[house_of(staff, turn)]])
        ),
        Page("a meeting", group, lambda turn: reverse("agenda:meeting", args=[meetings[house_of(group, turn)]])),
        Page(
            "an approach", group, lambda turn: reverse("approaches:approach", args=[approaches[house_of(group, turn)]])
        ),
        Page("wijkagenda, public", None, lambda turn: reverse("agenda:house", args=[f"huis-{1 + turn % 48}"])),
        Page("approach, public", None, lambda turn: reverse("approaches:approach", args=[approaches[1 + turn % 48]])),
        Page("programme, public", None, lambda turn: reverse("programme:house", args=[f"huis-{1 + turn % 48}"])),
    ]


def of_each_house(records: QuerySet[Any], house: str) -> dict[int, int]:
    """Of every house the last of these records, by the number of the house."""
    return dict(records.values_list(house, "pk"))


@cache
def houses_of(kind: str) -> list[int]:
    """The houses of everybody with this role, in the order in which they take turns."""
    return list(Role.objects.filter(kind=kind).order_by("pk").values_list("house_id", flat=True))


def house_of(kind: str, turn: int) -> int:
    """In which house the person works whose turn it is."""
    houses = houses_of(kind)
    return houses[turn % VISITORS % len(houses)]


def cookie_of(kind: str | None, turn: int) -> str:
    """A session of somebody with this role, with a second factor; people take turns."""
    if kind is None:
        return ""
    roles = Role.objects.filter(kind=kind).order_by("pk")
    role = roles[turn % roles.count()]
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    user = User.objects.get(pk=role.user_id)
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    mark_strong(session)
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def queries_of(page: Page, *, cookie: str) -> int:
    """How many times one visit asks the database, without a warm-up of caches in between."""
    browser = Client()
    if cookie:
        name, _, value = cookie.partition("=")
        browser.cookies[name] = value
    headers = {"HX-Request": "true"} if page.htmx else {}
    browser.get("/robots.txt")
    with CaptureQueriesContext(connection) as asked:
        if page.data is None:
            answer = browser.get(page.address(1), headers=headers)
        else:
            answer = browser.post(page.address(1), page.data, headers=headers)
    if answer.status_code >= 400:
        raise SystemExit(f"{page.name} answered {answer.status_code}")
    return len([row for row in asked.captured_queries if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))])
