"""Counting people by month and place reads two indexes and no rows."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("neighbourhood", "0002_outlines_and_points"),
        ("signals", "0002_theme_knows_since_when_it_is_shown"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="voice", name="voice_of_a_key"),
        migrations.AddIndex(
            model_name="voice",
            index=models.Index(fields=["key", "token"], include=("signal",), name="voice_of_a_key"),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(
                condition=Q(theme__isnull=False),
                fields=["theme"],
                include=("id", "month", "neighbourhood", "source"),
                name="signal_of_a_theme",
            ),
        ),
    ]
