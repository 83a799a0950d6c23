from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "wijkhuis.site.steering"
    label = "steering"
