from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "wijkhuis.base.journal"
    label = "journal"
