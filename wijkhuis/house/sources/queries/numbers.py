"""What other systems call our entries."""

from wijkhuis.house.sources.models import SourceRecord


def numbers_of_entries() -> dict[int, str]:
    """The number of each entry in the source it came from first, by its id here."""
    records = SourceRecord.objects.order_by("-pk").values_list("entry_id", "number")
    return dict(records.iterator())
