"""Addresses of this room."""

from django.urls import path

from wijkhuis.base.ui import views

app_name = "ui"
urlpatterns = [
    path("stijl/", views.catalogue, name="catalogue"),
    path("stijl/<slug:page>/", views.catalogue, name="catalogue_page"),
]
