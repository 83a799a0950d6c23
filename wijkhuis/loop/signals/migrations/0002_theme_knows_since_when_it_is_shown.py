"""A theme keeps since when everybody may know it."""

from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Coalesce


def since_it_was_decided(apps, schema_editor):
    """Of what is shown already the day is not known: as of its decision, as pages said it until now."""
    shown = apps.get_model("signals", "Theme").objects.filter(people_shown__gt=0)
    shown.update(shown_on=Coalesce(F("decided_on"), F("confirmed_on")))


class Migration(migrations.Migration):
    dependencies = [("signals", "0001_signals_and_themes")]

    operations = [
        migrations.AddField(
            model_name="theme",
            name="shown_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunPython(since_it_was_decided, migrations.RunPython.noop, elidable=True),
    ]
