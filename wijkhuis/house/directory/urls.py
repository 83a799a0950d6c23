"""Addresses of this room."""

from django.urls import path

from wijkhuis.house.directory.views import key_people, key_people_self, map

app_name = "directory"
urlpatterns = [
    path("kaart/", map.entries, name="entries"),
    path("kaart/nieuw/", map.add, name="add"),
    path("kaart/<int:pk>/", map.entry, name="entry"),
    path("kaart/<int:pk>/aanpassen/", map.change, name="change"),
    path("kaart/<int:pk>/tonen/", map.show, name="show"),
    path("kaart/sleutelpersonen/", key_people.key_people, name="key_people"),
    path("kaart/sleutelpersonen/nieuw/", key_people.add, name="add_key_person"),
    path("kaart/sleutelpersonen/<int:pk>/weg/", key_people.remove, name="remove_key_person"),
    path("kaart/sleutelpersonen/<int:pk>/briefje/", key_people.slip, name="key_person_slip"),
    path("kaart/sleutelpersonen/<int:pk>/nog-goed/", key_people.again, name="key_person_again"),
    path("gevraagd/<str:token>/", key_people_self.asked, name="asked"),
]
