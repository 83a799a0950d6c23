"""Addresses of the room: signals taken in, themes, and the group that reads them."""

from wijkhuis.loop.signals.urls import group, taking, themes

app_name = "signals"
urlpatterns = [*taking.urlpatterns, *group.urlpatterns, *themes.urlpatterns]
