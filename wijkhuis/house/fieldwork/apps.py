from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    name = "wijkhuis.house.fieldwork"
    label = "fieldwork"
