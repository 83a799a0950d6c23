"""The settings of the house, as the tests use them."""

import os

os.environ["HUIS_TESTING"] = "1"

from config.settings import *  # noqa: F403
