from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "wijkhuis.site.home"
    label = "home"
