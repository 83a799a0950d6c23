"""Addresses of the pages for everyone."""

from django.urls import path

from wijkhuis.site.home.views import asking, houses, kiosk, kiosk_mine, pages, sitemap, start

app_name = "home"
urlpatterns = [
    path("", houses.front, name="front"),
    path("huis/<slug:slug>/", houses.house, name="house"),
    path("huis/<slug:slug>/zoeken/", houses.search, name="search"),
    path("huis/<slug:slug>/vraag/", asking.ask, name="ask"),
    path("kiosk/<slug:slug>/", kiosk.kiosk, name="kiosk"),
    path("kiosk/<slug:slug>/stop/", kiosk.kiosk_stop, name="kiosk_stop"),
    path("kiosk/<slug:slug>/vraag/", kiosk.kiosk_ask, name="kiosk_ask"),
    path("kiosk/<slug:slug>/buurt/", kiosk.kiosk_search, name="kiosk_search"),
    path("kiosk/<slug:slug>/vandaag/", kiosk.kiosk_faces, name="kiosk_faces"),
    path("kiosk/<slug:slug>/mijn/", kiosk_mine.kiosk_code, name="kiosk_code"),
    path("begin/", start.start, name="start"),
    path("hulp/", pages.help, name="help"),
    path("hulp/plaatje/<str:name>", pages.manual_picture, name="manual_picture"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("gezond/", pages.health, name="health"),
    path("robots.txt", pages.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
]
