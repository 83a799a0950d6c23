from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "wijkhuis.house.partners"
    label = "partners"
