from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_what_a_map_needs"),
        ("sources", "0002_what_we_corrected_and_what_is_being_read"),
    ]

    operations = [
        migrations.RemoveConstraint("entry", "entry_is_imported_once_per_source"),
        migrations.RemoveField("entry", "source"),
        migrations.RemoveField("entry", "source_id"),
    ]
