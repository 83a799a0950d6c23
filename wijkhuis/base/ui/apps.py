from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "wijkhuis.base.ui"
    label = "ui"
    verbose_name = "Look and layout"
