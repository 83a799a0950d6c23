from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "wijkhuis.house.directory"
    label = "directory"
