"""Addresses of the figures of the city."""

from django.urls import path

from wijkhuis.site.steering import views

app_name = "steering"
urlpatterns = [path("", views.city, name="city")]
