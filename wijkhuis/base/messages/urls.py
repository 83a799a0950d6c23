"""Addresses of this room."""

from django.urls import path

from wijkhuis.base.messages import views

app_name = "messages"
urlpatterns = [path("berichten/notify/", views.notify_report, name="notify_report")]
