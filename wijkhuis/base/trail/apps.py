from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TrailConfig(AppConfig):
    name = "wijkhuis.base.trail"
    label = "trail"

    def ready(self) -> None:
        """Let every later room say, in its own `trail.py`, what may come of an earlier record."""
        autodiscover_modules("trail")
