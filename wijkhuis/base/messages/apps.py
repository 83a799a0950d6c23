from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "wijkhuis.base.messages"
    label = "outbox"
