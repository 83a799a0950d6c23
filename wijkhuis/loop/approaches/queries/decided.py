"""What was decided or answered lately, and those who want to hear of it were not told yet."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from wijkhuis.base.figures import AT_LEAST
from wijkhuis.loop.agenda.models import Decision
from wijkhuis.loop.agenda.queries.decided import newest_decisions
from wijkhuis.loop.approaches.models import Told
from wijkhuis.loop.signals.models import Theme

Standing = Theme.Standing
# Of what was taken up the approach tells, in its own words.
TOLD_OF = (Standing.WATCHED, Standing.HANDED_OVER, Standing.LET_GO)
# What is older is no news any more.
NEWS_FOR = timedelta(days=31)


def decisions_to_tell(*, now: datetime) -> QuerySet[Decision]:
    """Decisions that hold and stay, on themes everybody may know; counted from the day they could."""
    today = timezone.localdate(now)
    stays = Q(meeting=None, decided_on__lt=today) | Q(meeting__closed_at__isnull=False)
    known = _of_known_themes(newest_decisions()).filter(stays, standing__in=TOLD_OF)
    told_on = Greatest("decided_on", "theme__shown_on")
    return _not_told(known.annotate(told_on=told_on).filter(told_on__gte=today - NEWS_FOR), Told.Moment.DECIDED)


def answers_to_tell(*, now: datetime) -> QuerySet[Decision]:
    """Answers of the municipality about such themes, a day after they were written down."""
    kept = Q(answer_kept_at__lt=now - timedelta(hours=12), answer_kept_at__gte=now - NEWS_FOR)
    holds = Q(pk__in=newest_decisions().order_by().values("pk")) | Q(is_still_owed=True)
    found = _of_known_themes(Decision.objects.filter(holds, kept, standing=Standing.HANDED_OVER))
    return _not_told(found.exclude(answer=""), Told.Moment.ANSWERED)


def _of_known_themes(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    known = Q(theme__people_shown__gte=AT_LEAST, theme__merged_into=None) & ~Q(theme__standing=Standing.OPEN)
    return decisions.filter(known).select_related("theme", "written_by").order_by("decided_on", "pk")


def _not_told(decisions: QuerySet[Decision], moment: Told.Moment) -> QuerySet[Decision]:
    return decisions.filter(~Exists(Told.objects.filter(decision=OuterRef("pk"), moment=moment)))
