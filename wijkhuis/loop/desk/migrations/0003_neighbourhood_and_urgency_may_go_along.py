from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_lists_read_thirty_rows")]

    operations = [
        migrations.AlterField(
            model_name="handover",
            name="fields",
            field=ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("words", "the question in their own words"),
                        ("called", "how they want to be called"),
                        ("phone", "phone number"),
                        ("email", "e-mail address"),
                        ("postal", "postal address"),
                        ("street", "street"),
                        ("for_whom", "for whom it is"),
                        ("area", "neighbourhood"),
                        ("urgency", "how urgent it is"),
                        ("story", "what was said and tried"),
                    ],
                    max_length=10,
                ),
                default=list,
                size=None,
            ),
        ),
    ]
