"""The door for a web server: gunicorn config.wsgi."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# What was loaded stays: looking for rubbish in it again and again would only delay pages.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 10, 10)
