from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "wijkhuis.house.people"
    label = "people"
