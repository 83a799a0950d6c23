from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0008_found_by_meaning"),
    ]

    operations = [
        migrations.AddField(
            model_name="check",
            name="is_pressed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="check",
            name="links_said",
            field=models.CharField(
                blank=True,
                choices=[("right", "still right"), ("changed", "something is different"), ("both", "both answers")],
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="keeper_phone",
            field=models.CharField(blank=True, max_length=30, verbose_name="their phone number"),
        ),
    ]
