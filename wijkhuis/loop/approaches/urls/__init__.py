"""Addresses of ways of working, approaches, and what the desk and residents do with them."""

from wijkhuis.loop.approaches.urls import approach, methods

app_name = "approaches"
urlpatterns = [*methods.urlpatterns, *approach.urlpatterns]
