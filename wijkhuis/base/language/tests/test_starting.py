"""A process that compares no texts starts without the library that does."""

import subprocess
import sys

from config import embedded

LOOK = "import django, sys; django.setup(); import config.urls; print('sklearn' in sys.modules)"


def test_a_process_starts_without_what_only_search_needs():
    told = subprocess.run([sys.executable, "-c", LOOK], cwd=embedded.ROOT, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"
