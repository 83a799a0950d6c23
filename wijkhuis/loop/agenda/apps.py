from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "wijkhuis.loop.agenda"
    label = "agenda"
