"""Addresses of the signal group and its seats."""

from django.urls import URLPattern, path

from wijkhuis.loop.signals.views import group

urlpatterns: list[URLPattern] = [
    path("themas/groep/", group.group, name="group"),
    path("themas/groep/plek/", group.give_seat, name="give_seat"),
    path("themas/groep/plek/<int:pk>/verlengen/", group.renew_seat, name="renew_seat"),
    path("themas/groep/plek/<int:pk>/eindigen/", group.end_seat, name="end_seat"),
    path("themas/groep/lijst/", group.sheet, name="sheet"),
]
