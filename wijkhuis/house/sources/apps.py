from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "wijkhuis.house.sources"
    label = "sources"
