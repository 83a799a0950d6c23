"""A PostgreSQL server of our own, for a first run and for tests."""

import contextlib
import fcntl
import hashlib
import os
import shlex
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from config.programs import REACHABLE, Programs, ServerTrouble, find_binaries, tell

__all__ = ["REACHABLE", "Server", "ServerTrouble", "database", "find_binaries", "house_server", "test_server"]

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("HUIS_HOME") or ROOT / "var").resolve()
USER = "wijkhuis"
PORT = 5432
# A socket path longer than 107 bytes is refused by the system.
LONGEST_SOCKET = 100
PATIENCE_SECONDS = 120
TRY_AGAIN_SECONDS = 20
# What a resident said never stands in a log of the database, also not when a statement fails.
NO_WORDS_IN_LOGS = ("log_min_error_statement=panic", "log_error_verbosity=terse", "log_statement=none")
UNSAFE_BUT_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Server:
    """One data folder with the server that runs on it."""

    def __init__(self, folder: Path, *, options: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.programs = Programs()
        self.options = ("shared_buffers=64MB", "max_connections=80", "listen_addresses=", *NO_WORDS_IN_LOGS, *options)

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
            if self.programs.try_to("pg_ctl", "-D", self.data, "status")[0] == 0:
                self.programs.do("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")

    def answers(self) -> bool:
        """Whether somebody answers on the socket: a process number proves nothing after a crash."""
        asked = ("pg_isready", "-q", "-U", USER, "-d", "postgres", "-h", self.socket, "-p", PORT)
        return self.programs.try_to(*asked)[0] == 0

    def url(self, database: str) -> str:
        """The address of one database, as DATABASE_URL."""
        return f"postgresql://{USER}@{quote(str(self.socket), safe='')}:{PORT}/{database}"

    def ensure_database(self, database: str) -> None:
        """Make an empty database unless it exists."""
        where = ("-h", self.socket, "-p", PORT, "-U", USER)
        code, words = self.programs.try_to("createdb", *where, database)
        if code and "already exists" not in words:
            raise ServerTrouble(words)

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
        if not self.folder.exists() and not self.folder.is_symlink() and not self.programs.reaches(self.folder.parent):
            self.move_within_reach()
        if not self.data.exists():
            self.make_cluster()
        made_by, now = int((self.data / "PG_VERSION").read_text()), self.programs.version()
        if made_by != now:
            advice = f"Make a backup with version {made_by} and restore it, or move the folder away to start anew."
            raise ServerTrouble(f"{self.folder} was made by PostgreSQL {made_by}, and this is {now}. {advice}")
        if self.socket != self.data:
            self.own(self.socket)

    def make_cluster(self) -> None:
        """Make the cluster beside its place and move it there whole, so that half of one never counts."""
        half = self.data.with_name(self.data.name + ".half")
        shutil.rmtree(half, ignore_errors=True)
        self.own(half)
        first = ("-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions")
        self.programs.do("initdb", "-D", half, *first, *self.sorting())
        half.rename(self.data)

    def launch(self) -> None:
        """Start, and again: right after a crash the memory of the old server may still be held."""
        settings = f"-k {shlex.quote(str(self.socket))} -p {PORT} " + " ".join(
            f"-c {option}" for option in self.options
        )
        log = self.data / "server.log"
        until = time.monotonic() + TRY_AGAIN_SECONDS
        while True:
            start = ("pg_ctl", "-D", self.data, "-l", log, "-w", "-t", PATIENCE_SECONDS, "-o", settings, "start")
            code, words = self.programs.try_to(*start)
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
        (place / "belongs-to").write_text(str(self.folder))
        sweep_tests()
        self.folder.unlink(missing_ok=True)
        self.folder.symlink_to(place / "data")
        tell(f"{self.folder.parent} is closed to the database's account; the data lies in {place}")

    def own(self, folder: Path) -> None:
        """Make a folder for the server's account, and refuse one that somebody else put there."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = self.programs.account.pw_uid if self.programs.account else os.geteuid()
        if self.programs.account and folder.stat().st_uid == 0:
            os.chown(folder, self.programs.account.pw_uid, self.programs.account.pw_gid)
        elif folder.stat().st_uid != mine:
            raise ServerTrouble(f"{folder} belongs to somebody else.")

    def sorting(self) -> tuple[str, ...]:
        """How words are compared: the same on every machine where the version allows it."""
        version = self.programs.version()
        if version < 17:
            return ("--locale-provider=icu", "--icu-locale=nl")
        return ("--locale-provider=builtin", f"--builtin-locale={'PG_UNICODE_FAST' if version >= 18 else 'C.UTF-8'}")

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else start or stop this server meanwhile."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with self.folder.with_name(self.folder.name + ".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def sweep_tests() -> None:
    """Remove the data of tests whose folder is gone; what belongs to a house is never removed."""
    for note in REACHABLE.glob("test-pg-*/belongs-to"):
        if not Path(note.read_text()).parent.exists():
            shutil.rmtree(note.parent, ignore_errors=True)


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
