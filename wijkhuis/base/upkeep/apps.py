from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UpkeepConfig(AppConfig):
    name = "wijkhuis.base.upkeep"
    label = "upkeep"

    def ready(self) -> None:
        # Every process knows the jobs of every room, whichever page was asked first.
        autodiscover_modules("jobs", "schedule")
