from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "wijkhuis.base.upkeep"
    label = "upkeep"
