"""Addresses of this room."""

from django.urls import path

from wijkhuis.house.sources.views import reading

app_name = "sources"
urlpatterns = [
    path("kaart/lijst-inlezen/", reading.take_in, name="take_in"),
    path("kaart/lijst-inlezen/<int:pk>/", reading.reading, name="reading"),
    path("kaart/lijst-inlezen/<int:pk>/kolommen/", reading.match, name="match"),
    path("kaart/lijst-inlezen/<int:pk>/stoppen/", reading.stop, name="stop"),
]
