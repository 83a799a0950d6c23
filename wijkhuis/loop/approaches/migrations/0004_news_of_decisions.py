"""News can be of a decision too, in the words everybody reads."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

MOMENTS = [
    ("begun", "the first step has been taken"),
    ("between", "news in between"),
    ("ended", "it has ended"),
    ("decided", "the group decided"),
    ("answered", "the municipality answered"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0002_answers_come_back_and_tasks_change"),
        ("approaches", "0003_what_was_taken_away_can_come_back"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            "told",
            "approach",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="told",
                to="approaches.approach",
            ),
        ),
        migrations.AddField(
            "told",
            "decision",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="agenda.decision",
            ),
        ),
        migrations.AlterField(
            "told",
            "moment",
            models.CharField(choices=MOMENTS, default="between", max_length=8, verbose_name="why do you tell it now?"),
        ),
        migrations.AlterField(
            "told",
            "words",
            models.TextField(max_length=2500, verbose_name="what became of it, for those who asked"),
        ),
        migrations.AlterField(
            "told",
            "written_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            "told",
            models.CheckConstraint(
                condition=Q(approach__isnull=False, decision__isnull=True)
                | Q(approach__isnull=True, decision__isnull=False),
                name="news_is_of_an_approach_or_a_decision",
            ),
        ),
        migrations.AddConstraint(
            "told",
            models.UniqueConstraint(
                fields=["decision", "moment"],
                condition=Q(decision__isnull=False),
                name="news_of_a_decision_is_told_once",
            ),
        ),
    ]
