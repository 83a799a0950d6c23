"""Addresses of the desk: its front, the record of a question, and what residents and partners reach by a link."""

from wijkhuis.loop.desk.urls import front, record, resident

app_name = "desk"
urlpatterns = [*front.urlpatterns, *record.urlpatterns, *resident.urlpatterns]
