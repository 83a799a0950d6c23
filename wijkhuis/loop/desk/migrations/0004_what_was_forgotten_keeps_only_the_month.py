from django.db import migrations

# What was forgotten before still told the day of its handovers, follow-ups and next step.
MONTH = (
    "{0} = (date_trunc('month', changed.{0} AT TIME ZONE 'Europe/Amsterdam') + interval '12 hours') AT TIME ZONE 'UTC'"
)
FORGOTTEN = "FROM desk_question WHERE desk_question.id = question_id AND forgotten_at IS NOT NULL"


def months(*names: str) -> str:
    return ", ".join(map(MONTH.format, names))


COARSEN = [
    "UPDATE desk_question SET next_on = NULL WHERE forgotten_at IS NOT NULL AND next_on IS NOT NULL",
    " ".join([
        "UPDATE desk_handover changed SET answer_by = date_trunc('month', answer_by)::date, link_until = NULL,",
        months("offered_at", "reminded_at", "accepted_at", "ended_at"),
        FORGOTTEN,
    ]),
    " ".join([
        "UPDATE desk_followup changed SET due_on = date_trunc('month', due_on)::date,",
        months("asked_at", "ended_at"),
        FORGOTTEN,
    ]),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("desk", "0003_neighbourhood_and_urgency_may_go_along")]

    operations = [migrations.RunSQL(COARSEN, migrations.RunSQL.noop)]
