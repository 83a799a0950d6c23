from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "wijkhuis.site.api"
    label = "api"
