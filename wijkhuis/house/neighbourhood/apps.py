from django.apps import AppConfig


class NeighbourhoodConfig(AppConfig):
    name = "wijkhuis.house.neighbourhood"
    label = "neighbourhood"
