from django.apps import AppConfig


class ApproachesConfig(AppConfig):
    name = "wijkhuis.loop.approaches"
    label = "approaches"
