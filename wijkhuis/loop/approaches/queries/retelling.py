"""What the desk still does: telling people the news, and asking who they hold whether they join."""

from django.db.models import Exists, OuterRef, QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.house.people.models import ContactWish
from wijkhuis.loop.approaches.access import readable_approaches, tells_at_desk
from wijkhuis.loop.approaches.models import Approach, Hearing, Joiner
from wijkhuis.loop.approaches.queries.listening import NOT_TOLD
from wijkhuis.loop.desk.access import visible_questions
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.models import Listener

MOST_LISTED = 30


def questions_to_tell(user: User) -> QuerySet[Question]:
    """Questions of people who hear the news from a person: everybody at the desk of their house tells it."""
    waiting = Hearing.objects.filter(question=OuterRef("pk"), way=Hearing.Way.PERSON, told_on=None)
    found = visible_questions(user).filter(Exists(waiting), house_id__in=tells_at_desk(user))
    return found.select_related("contact", "house", "neighbourhood").order_by("pk")


def questions_to_ask(user: User) -> QuerySet[Question]:
    """One's own questions, of people who may be asked to join something; never those of colleagues as a list."""
    listens = Listener.objects.filter(question=OuterRef(OuterRef("pk")), signal__theme=OuterRef("theme_id"))
    asked = Joiner.objects.filter(approach=OuterRef("pk"), question=OuterRef(OuterRef("pk")))
    readable = readable_approaches(user).values("pk").order_by()
    joinable = Approach.objects.running().filter(Exists(listens), ~Exists(asked), pk__in=readable)
    mine = visible_questions(user).filter(holder=user, contact__isnull=False, forgotten_at=None)
    reachable = mine.exclude(contact__way=ContactWish.Way.NONE).exclude(ending__in=NOT_TOLD)
    return reachable.filter(Exists(joinable)).select_related("contact", "house", "neighbourhood").order_by("pk")
