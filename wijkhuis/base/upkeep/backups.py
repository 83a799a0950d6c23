"""A copy of the whole house in one file, and back."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db import connection
from psycopg import sql

from config import embedded

TRIES = 20


class BackupTrouble(Exception):
    """Copying or putting back did not work; the text says why."""


def write_backup(file: Path) -> int:
    """Write everything to one file, complete or not at all; gives its size in bytes."""
    half = file.with_name(f"{file.name}.half")
    half.touch(mode=0o600)
    try:
        run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", half, name=name_now())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    return file.stat().st_size


def put_back(file: Path, *, replace: bool) -> None:
    """Put a copy back in a new database beside the old one, and change places only when all of it is there."""
    if not replace and holds_data():
        raise BackupTrouble("This house holds data already. With --replace it makes place for the copy.")
    run("pg_restore", "--list", file, name=None)
    name = name_now()
    fresh, old = f"{name}_restoring", f"{name}_before_restoring"
    with beside() as server:
        server.execute(sql.SQL("drop database if exists {}").format(sql.Identifier(fresh)))
        server.execute(sql.SQL("create database {} template template0").format(sql.Identifier(fresh)))
        try:
            run("pg_restore", "--exit-on-error", "--no-owner", "--no-privileges", file, name=fresh)
            change_places(server, name=name, fresh=fresh, old=old)
        except Exception:
            server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(fresh)))
            raise
        server.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(old)))


def change_places(server: psycopg.Connection, *, name: str, fresh: str, old: str) -> None:
    """Let the new database take the name of the old one, at once or not at all."""
    rename = sql.SQL("alter database {} rename to {}")
    server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(old)))
    connection.close()
    for attempt in range(TRIES):
        # Its users come back by themselves, sometimes sooner than we are.
        server.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = %s", [name])
        try:
            with server.transaction():
                server.execute(rename.format(sql.Identifier(name), sql.Identifier(old)))
                server.execute(rename.format(sql.Identifier(fresh), sql.Identifier(name)))
            return
        except psycopg.errors.ObjectInUse:
            if attempt == TRIES - 1:
                raise BackupTrouble("Others keep using the house. Stop its web server and workers first.") from None


def holds_data() -> bool:
    """Whether any table that is not Django's or the job queue's own holds a row."""
    own = re.compile(r"django_|auth_|procrastinate_|shared_cache")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not own.match(table):
                cursor.execute(sql.SQL("select 1 from {} limit 1").format(sql.Identifier(table)).as_string())
                if cursor.fetchone():
                    return True
    return False


@contextmanager
def beside() -> Iterator[psycopg.Connection]:
    """A connection to the same server, outside our own database, for what cannot be done from inside."""
    place = {**connection.get_connection_params(), "dbname": "postgres"}
    wanted = {key: place[key] for key in ("host", "port", "user", "password", "dbname", "sslmode") if place.get(key)}
    with psycopg.connect(**wanted, autocommit=True) as server:
        yield server


def run(program: str, *arguments: object, name: str | None) -> None:
    """Run pg_dump or pg_restore on a database of our server (None: on no database)."""
    place = connection.settings_dict
    command = [str(program_for(program)), *map(str, arguments)]
    environment = {"PGHOST": place["HOST"], "PGPORT": str(place["PORT"] or ""), "PGUSER": place["USER"]}
    environment |= {"PGPASSWORD": place["PASSWORD"], "LC_ALL": "C.UTF-8"}
    if name:
        command += ["--dbname", name]
    ran = subprocess.run(
        command, env={key: value for key, value in environment.items() if value}, capture_output=True, text=True
    )
    if ran.returncode:
        raise BackupTrouble(ran.stderr.strip()[-2000:])


def program_for(program: str) -> Path:
    """The program of the server's own version or newer: an older one refuses."""
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('server_version_num')::int / 10000")
        (wanted,) = cursor.fetchone()
    beside_server = [embedded.find_binaries() / program]
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    on_path = [Path(found) for found in [shutil.which(program)] if found]
    for path in [*beside_server, *debian, *on_path]:
        if path.exists() and version_of(path) >= wanted:
            return path
    raise BackupTrouble(f"There is no {program} of version {wanted} or newer here.")


def version_of(path: Path) -> int:
    said = subprocess.run([str(path), "--version"], capture_output=True, text=True).stdout
    found = re.search(r"\)\s+(\d+)", said)
    return int(found.group(1)) if found else 0


def name_now() -> str:
    return str(connection.settings_dict["NAME"])
