from django.core.management import call_command
from django.db import migrations


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """Counting tries must work over all web processes, so the cache lives in the database."""

    dependencies = [("accounts", "0001_users_sign_in")]
    operations = [migrations.RunPython(make_cache_table, migrations.RunPython.noop)]
