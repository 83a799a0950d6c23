from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("approaches", "0002_approaches_look_back_and_tell"),
    ]

    operations = [
        migrations.AddField(
            model_name="joiner",
            name="taken_off_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="pledge",
            name="removed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="step",
            name="removed_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
