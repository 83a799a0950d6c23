"""Addresses of taking signals in."""

from django.urls import URLPattern, path

from wijkhuis.loop.signals.views import changing_rounds, giving, mine, pair, rounds, taking

urlpatterns: list[URLPattern] = [
    path("signalen/vraag/<int:pk>/<str:offer>/", taking.consider, name="consider"),
    path("signalen/aanbod/", taking.offers, name="offers"),
    path("signalen/nieuw/", giving.give, name="give"),
    path("signalen/nieuw/terug/", giving.take_back, name="take_back"),
    path("signalen/rondes/", rounds.rounds, name="rounds"),
    path("signalen/rondes/nieuw/", rounds.new_round, name="new_round"),
    path("signalen/rondes/<int:pk>/", rounds.one_round, name="round"),
    path("signalen/rondes/<int:pk>/papier/", rounds.paper, name="round_paper"),
    path("signalen/rondes/<int:pk>/samen/", rounds.together, name="together"),
    path("signalen/rondes/<int:pk>/sluiten/", rounds.close, name="close_round"),
    path("signalen/rondes/<int:pk>/wijzigen/", changing_rounds.change_round, name="change_round"),
    path("signalen/rondes/<int:pk>/afzeggen/", changing_rounds.call_off, name="call_off_round"),
    path("signalen/rondes/paar/<int:pk>/eraf/", changing_rounds.remove_pair, name="remove_pair"),
    path("signalen/rondes/paar/<int:pk>/link/", rounds.new_link, name="new_link"),
    path("ronde/<str:token>/", pair.pair, name="pair"),
    path("mijn/<str:token>/niet-horen/", mine.stop_listening, name="stop_listening"),
]
