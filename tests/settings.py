"""The settings of the house, as the tests use them."""

import os

os.environ["HUIS_TESTING"] = "1"

from django.contrib.auth.hashers import ScryptPasswordHasher

from config.settings import *  # noqa: F403

# Nobody guesses the passwords of the tests; the house itself takes its time over each try.
ScryptPasswordHasher.work_factor = 2**4

# Otherwise every browser of a test reads all style sheets anew before its first page.
WHITENOISE_AUTOREFRESH = True
