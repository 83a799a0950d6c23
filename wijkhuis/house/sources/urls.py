"""Addresses of this room."""

from django.urls import path

from wijkhuis.house.sources.views import giving, pairs, reading, sources

app_name = "sources"
urlpatterns = [
    path("kaart/lijst.csv", giving.as_csv, name="csv"),
    path("kaart/lijst.xlsx", giving.as_excel, name="excel"),
    path("kaart/lijst-inlezen/", reading.take_in, name="take_in"),
    path("kaart/lijst-inlezen/<int:pk>/", reading.reading, name="reading"),
    path("kaart/lijst-inlezen/<int:pk>/kolommen/", reading.match, name="match"),
    path("kaart/lijst-inlezen/<int:pk>/stoppen/", reading.stop, name="stop"),
    path("kaart/bronnen/", sources.sources, name="sources"),
    path("kaart/bronnen/nieuw/", sources.new, name="new"),
    path("kaart/bronnen/<int:pk>/", sources.source, name="source"),
    path("kaart/bronnen/<int:pk>/aanpassen/", sources.change, name="change"),
    path("kaart/bronnen/<int:pk>/nu-lezen/", sources.read_now, name="read_now"),
    path("kaart/bronnen/verschil/<int:pk>/", sources.decide, name="decide"),
    path("kaart/bronnen/vervallen/<int:pk>/", sources.retire, name="retire"),
    path("kaart/dubbel/", pairs.pairs, name="pairs"),
    path("kaart/dubbel/zoeken/", pairs.look, name="look"),
    path("kaart/dubbel/<int:pk>/", pairs.pair, name="pair"),
    path("kaart/dubbel/<int:pk>/samenvoegen/", pairs.merge, name="merge"),
    path("kaart/dubbel/<int:pk>/twee/", pairs.apart, name="apart"),
    path("kaart/dubbel/samengevoegd/<int:pk>/ongedaan/", pairs.undo, name="undo"),
]
