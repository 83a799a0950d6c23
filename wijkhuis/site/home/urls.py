"""Addresses of the pages for everyone."""

from django.urls import path

from wijkhuis.site.home.views import asking, houses, pages

app_name = "home"
urlpatterns = [
    path("", houses.front, name="front"),
    path("huis/<slug:slug>/", houses.house, name="house"),
    path("huis/<slug:slug>/zoeken/", houses.search, name="search"),
    path("huis/<slug:slug>/vraag/", asking.ask, name="ask"),
    path("hulp/", pages.help, name="help"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("gezond/", pages.health, name="health"),
    path("robots.txt", pages.robots, name="robots"),
]
