from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0001_documents_and_pages"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
