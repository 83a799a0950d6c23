import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_words_that_resemble_each_other"),
        ("neighbourhood", "0001_city_and_houses"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="entry",
            name="entry_by_words",
        ),
        migrations.RemoveIndex(
            model_name="word",
            name="word_by_likeness",
        ),
        migrations.AddIndex(
            model_name="entry",
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="entry_by_words"),
        ),
        migrations.AddIndex(
            model_name="word",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["word"], name="word_by_likeness", opclasses=["gin_trgm_ops"]
            ),
        ),
    ]
