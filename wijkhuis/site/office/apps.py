from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "wijkhuis.site.office"
    label = "office"
