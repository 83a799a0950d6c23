#!/usr/bin/env python
"""Django's commands for this house; ./huis calls this with the right Python."""

import os
import sys

from config import embedded

# These look at files only; starting a database for them would be a waste.
WITHOUT_DATABASE = set(
    "help version assets messages check makemigrations collectstatic diffsettings deidentify".split()
)


def main() -> None:
    """Run one command, with a database when it needs one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    words = sys.argv[1:] or ["help"]
    if words[0] == "demo":
        # Before the settings are read, and for the processes that the demo starts.
        os.environ.setdefault("HUIS_DEMO", "1")
    needed = words[0] not in WITHOUT_DATABASE and not {"--help", "-h", "--version"} & set(words)
    try:
        with embedded.database(needed=needed):
            from django.core.management import execute_from_command_line

            execute_from_command_line(sys.argv)
    except embedded.ServerTrouble as trouble:
        sys.exit(f"[huis] the database did not start.\n{trouble}")


if __name__ == "__main__":
    main()
