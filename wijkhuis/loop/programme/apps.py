from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "wijkhuis.loop.programme"
    label = "programme"
