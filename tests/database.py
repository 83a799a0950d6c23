"""One migrated template database per state of the migrations; every test process gets a clone of it."""

import fcntl
import hashlib
import os
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import dj_database_url
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import TransactionTestCase

from config import embedded
from wijkhuis.house.directory.queries.index import drop_index

OF_THE_MODELS = {"django_migrations", "django_content_type", "auth_permission"}


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """Give this process a database of its own in a fraction of a second."""
    mine = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    with django_db_blocker.unblock(), alone(), migrated() as (server, template):
        drop_leftovers(server)
        server.execute(f"create database {mine} template {template}")
        use_database(mine)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        with maintenance() as server:
            server.execute(f"drop database if exists {mine} with (force)")


def pytest_configure(config):
    """Start the server of the tests, once for every process."""
    if not hasattr(config, "workerinput"):
        running = ExitStack()
        running.enter_context(server_of_tests())
        config.add_cleanup(running.close)


@contextmanager
def server_of_tests():
    """Keep the server of the tests running, unless DATABASE_URL points to another one."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    server = embedded.test_server()
    with server.in_use():
        os.environ["DATABASE_URL"] = server.url("postgres")
        yield


@contextmanager
def migrated():
    """The server and the name of its template, which is made when it is not there yet."""
    use_server(os.environ["DATABASE_URL"])
    template = f"template_{state_of_migrations()}"
    with maintenance() as server:
        if not is_ready(server, template):
            make_template(server, template)
        yield server, template


@pytest.fixture(autouse=True)
def no_map_of_another_test():
    """What a process keeps of the map in memory goes with the test that made it."""
    drop_index()


@pytest.fixture(autouse=True)
def nothing_of_another_test(request):
    """A test that commits begins with an empty house, also when the one before it was still busy at its end."""
    mark = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if commits or (mark and mark.kwargs.get("transaction")):
        request.getfixturevalue("transactional_db")
        empty_the_house()


def empty_the_house():
    """Delete what a test committed; Django's own way makes two hundred tables anew, filled or not."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(tables_with_rows())
        for (table,) in cursor.fetchall():
            cursor.execute(f'delete from "{table}"')


@cache
def tables_with_rows():
    """The question which tables hold something; what Django knows of migrations, models and permissions stays."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - OF_THE_MODELS
    return " union all ".join(f"select '{table}' where exists (select from \"{table}\")" for table in sorted(tables))


@contextmanager
def undone():
    """What happens in here is undone at its end: many short stories share one scene, which takes long to make."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


TransactionTestCase._fixture_teardown = lambda _test: empty_the_house()


def use_server(url):
    """Point Django to the server, which may have been started after the settings were read."""
    place = dj_database_url.parse(url)
    connection.settings_dict.update({key: place[key] for key in ("HOST", "PORT", "USER", "PASSWORD", "NAME")})


def use_database(name):
    """Let Django, and every process that a test starts, use this database."""
    connections.close_all()
    connection.settings_dict["NAME"] = name
    server, _, query = os.environ["DATABASE_URL"].partition("?")
    os.environ["DATABASE_URL"] = server.rpartition("/")[0] + f"/{name}" + (f"?{query}" if query else "")


def state_of_migrations():
    """A word that changes when any migration changes."""
    word = hashlib.sha256()
    for app in apps.get_app_configs():
        for file in sorted(Path(app.path).glob("migrations/*.py")):
            word.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return word.hexdigest()[:12]


def make_template(server, template):
    """Run every migration once; older templates go."""
    server.execute("select datname from pg_database where datname like 'template\\_%'")
    for (name,) in server.fetchall():
        server.execute(f"alter database {name} is_template false")
        server.execute(f"drop database {name} with (force)")
    server.execute(f"create database {template}")
    use_database(template)
    call_command("migrate", verbosity=0, run_syncdb=True)
    call_command("createcachetable")
    connections.close_all()
    server.execute(f"alter database {template} is_template true")


def is_ready(server, template):
    """A template counts when its migrations ran to the end."""
    server.execute("select 1 from pg_database where datname = %s and datistemplate", [template])
    return server.fetchone() is not None


def drop_leftovers(server):
    """Remove the databases of test processes that were killed."""
    server.execute("select datname from pg_database where datname like 'test\\_%'")
    for (name,) in server.fetchall():
        process = name.rpartition("_")[2]
        if process.isdigit() and not Path(f"/proc/{process}").exists():
            server.execute(f"drop database if exists {name} with (force)")


def maintenance():
    """A cursor outside the database of the tests."""
    return connection._nodb_cursor()


class alone:
    """Let one process at a time make or clone the template."""

    def __enter__(self):
        embedded.HOME.mkdir(parents=True, exist_ok=True)
        self.file = (embedded.HOME / "test-template.lock").open("w")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *problem):
        self.file.close()
