"""Addresses of the library of ways of working."""

from django.urls import URLPattern, path

from wijkhuis.loop.approaches.views import methods

urlpatterns: list[URLPattern] = [
    path("werkwijzen/", methods.methods, name="methods"),
    path("werkwijzen/nieuw/", methods.add, name="add_method"),
    path("werkwijzen/<slug:key>/", methods.method, name="method"),
    path("werkwijzen/<slug:key>/papier/", methods.paper, name="method_paper"),
    path("werkwijzen/<slug:key>/aanpassen/", methods.change, name="change_method"),
    path("werkwijzen/<slug:key>/terug/", methods.drop, name="drop_method"),
]
