from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "wijkhuis.house.library"
    label = "library"
