from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "wijkhuis.loop.desk"
    label = "desk"
