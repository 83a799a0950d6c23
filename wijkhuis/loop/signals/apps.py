from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "wijkhuis.loop.signals"
    label = "signals"
