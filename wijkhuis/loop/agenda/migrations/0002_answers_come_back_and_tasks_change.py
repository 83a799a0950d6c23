"""What was owed survives a merge, answers come back, and a task can be dropped."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_the_neighbourhood_agenda")]

    operations = [
        migrations.AddField("decision", "answer_kept_at", models.DateTimeField(null=True)),
        migrations.AddField("decision", "came_along", models.BooleanField(default=False)),
        migrations.AddField("decision", "is_still_owed", models.BooleanField(default=False)),
        migrations.AddField("task", "dropped_at", models.DateTimeField(null=True)),
    ]
