"""The door for a web server: gunicorn config.wsgi."""

import gc
import logging
import os
from importlib import import_module
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# There are as many processes as cores: threads for one multiplication would only take turns with pages of others.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
application = get_wsgi_application()


def read_the_map() -> None:
    """Let the search read its lexicon, the map and the faces: the first host of the day does not wait for it."""
    from django.db import DatabaseError, connection

    from wijkhuis.house.directory.queries import warm_up as read_entries
    from wijkhuis.house.partners.queries import warm_up as read_faces

    try:
        read_entries()
        read_faces()
    except DatabaseError:
        logging.getLogger(__name__).warning("the map was not read yet: the first search will do it")
    finally:
        connection.close()


# Search needs it; every other process loads it when it compares something, and that is often never.
import_module("sklearn.feature_extraction.text")

# What was loaded stays: looking for rubbish in it again and again would only delay pages.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 10, 10)
Thread(target=read_the_map, name="read-the-map", daemon=True).start()
