"""Reading the journal."""

from django.db.models import Model, QuerySet

from wijkhuis.base.journal.models import JournalLine


def lines_about(record: Model) -> QuerySet[JournalLine]:
    """Everything that happened to one record and everybody who looked at it, newest first."""
    lines = JournalLine.objects.filter(about_kind=record._meta.model_name or "", about_id=record.pk)
    return lines.select_related("actor").order_by("-at")


def looks_with_a_reason(*, house_ids: list[int]) -> QuerySet[JournalLine]:
    """Looks outside somebody's own assignment in these houses, newest first."""
    return JournalLine.objects.filter(house_id__in=house_ids).exclude(reason="").select_related("actor").order_by("-at")
