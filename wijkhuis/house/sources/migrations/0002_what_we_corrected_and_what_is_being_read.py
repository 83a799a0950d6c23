import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What was imported until now is kept as what its source said, and the source lets go of the entry itself.
MOVE = """
INSERT INTO sources_source (name, form, address, matching)
SELECT DISTINCT source, 'table', '', '{}'::jsonb FROM directory_entry WHERE source_id <> '';

INSERT INTO sources_sourcerecord (source_id, number, entry_id, said, kept, differs, seen_on)
SELECT source.id, entry.source_id, entry.id, jsonb_build_object(
    'name', entry.name, 'organisation', organisation, 'kind', kind, 'is_informal', is_informal,
    'description', description, 'topics', to_jsonb(topics), 'audience', to_jsonb(audience),
    'area', coalesce(nullif(area, ''), place.name, ''), 'address', entry.address, 'phone', phone, 'email', email,
    'website', website, 'opening', opening), '{}'::jsonb, false, entry.updated_at
FROM directory_entry entry
JOIN sources_source source ON source.name = entry.source
LEFT JOIN neighbourhood_neighbourhood place ON place.id = entry.neighbourhood_id
WHERE entry.source_id <> '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_what_a_map_needs"),
        ("sources", "0001_sources_and_merges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("sourcerecord", "kept", models.JSONField(default=dict)),
        migrations.AddField("sourcerecord", "differs", models.BooleanField(default=False)),
        migrations.AddIndex(
            "sourcerecord",
            models.Index(fields=["source"], condition=models.Q(differs=True), name="record_that_differs"),
        ),
        # Nothing was brought together before this.
        migrations.RemoveField("merge", "gone"),
        migrations.AddField(
            "merge",
            "gone",
            models.ForeignKey(
                default=0, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="directory.entry"
            ),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(blank=True, max_length=120)),
                ("content", models.BinaryField(null=True)),
                ("is_strict", models.BooleanField(default=False)),
                ("is_whole", models.BooleanField(default=True)),
                ("asked_at", models.DateTimeField()),
                ("begun_at", models.DateTimeField(blank=True, null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("stop_asked", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("failed", models.TextField(blank=True)),
                ("outcome", models.JSONField(default=dict)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="readings", to="sources.source"
                    ),
                ),
            ],
            options={"ordering": ["-asked_at"]},
        ),
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
    ]
