import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0004_what_was_forgotten_keeps_only_the_month"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="question",
            name="words_added_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="question",
            name="ended_before",
            field=models.CharField(
                blank=True,
                choices=[
                    ("solved", "solved"),
                    ("not_asked", "answered, not asked how it went"),
                    ("unknown", "answered, not known how it went"),
                    ("withdrawn", "withdrawn"),
                    ("deleted", "deleted at the resident's wish"),
                ],
                default="",
                max_length=10,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="question",
            name="to_tell_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="question",
            name="reach_changed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="question",
            name="talked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="question",
            name="talked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                condition=models.Q(
                    ("forgotten_at", None), ("talked_at", None), models.Q(("gives_back", ""), _negated=True)
                ),
                fields=["house", "closed_at"],
                name="question_somebody_gives_back",
            ),
        ),
        migrations.CreateModel(
            name="OldLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("replaced_at", models.DateTimeField()),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="old_links", to="desk.question"
                    ),
                ),
            ],
        ),
    ]
