from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "wijkhuis.site.demo"
    label = "demo"
