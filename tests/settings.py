"""The settings of the house, as the tests use them."""

import os

os.environ["HUIS_TESTING"] = "1"

from config.settings import *  # noqa: F403

# Otherwise every browser of a test reads all style sheets anew before its first page.
WHITENOISE_AUTOREFRESH = True
