"""Addresses of this part of the desk."""

from django.urls import URLPattern, path

from wijkhuis.loop.desk.views import partner

by_link_of_a_partner: list[URLPattern] = [
    path("p/<str:token>/", partner.partner, name="partner"),
]
urlpatterns: list[URLPattern] = [*by_link_of_a_partner]
