from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0003_a_reading_tells_how_many_can_be_found"),
    ]

    operations = [
        migrations.AddField(
            model_name="reading",
            name="total",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
