"""Addresses of themes and proposals."""

from django.urls import URLPattern, path

from wijkhuis.loop.signals.views import change, pictures, proposal, theme, themes

urlpatterns: list[URLPattern] = [
    path("themas/", themes.themes, name="themes"),
    path("themas/kijken/", themes.look, name="look"),
    path("themas/tijd/", pictures.over_time, name="over_time"),
    path("themas/lijst.csv", pictures.csv, name="csv"),
    path("themas/voorstel/<int:pk>/", proposal.proposal, name="proposal"),
    path("themas/voorstel/<int:pk>/terug/", proposal.take_back_no, name="take_back_no"),
    path("themas/<int:pk>/", theme.theme, name="theme"),
    path("themas/<int:pk>/wat-er-is/", theme.exists, name="exists"),
    path("themas/<int:pk>/terugnemen/", proposal.undo, name="undo"),
    path("themas/<int:pk>/naam/", change.rename, name="rename"),
    path("themas/<int:pk>/splitsen/", change.split, name="split"),
    path("themas/<int:pk>/samenvoegen/", change.merge, name="merge"),
    path("themas/<int:pk>/eruit/", change.take_out, name="take_out"),
    path("themas/<int:pk>/erbij/", change.bring_in, name="bring_in"),
    path("themas/<int:pk>/sluiten/", change.close, name="close"),
]
