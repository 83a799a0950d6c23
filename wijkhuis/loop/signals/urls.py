"""Addresses of this room."""

from django.urls import path

from wijkhuis.loop.signals.views import giving, mine, taking

app_name = "signals"
urlpatterns = [
    path("signalen/vraag/<int:pk>/<str:offer>/", taking.consider, name="consider"),
    path("signalen/aanbod/", taking.offers, name="offers"),
    path("signalen/nieuw/", giving.give, name="give"),
    path("signalen/nieuw/terug/", giving.take_back, name="take_back"),
    path("mijn/<str:token>/niet-horen/", mine.stop_listening, name="stop_listening"),
]
