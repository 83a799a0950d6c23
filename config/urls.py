"""A line per room."""

from django.urls import include, path

urlpatterns = [
    path("", include("wijkhuis.site.home.urls")),
    path("", include("wijkhuis.loop.approaches.urls")),
    path("", include("wijkhuis.loop.programme.urls")),
    path("", include("wijkhuis.loop.desk.urls")),
    path("", include("wijkhuis.loop.signals.urls")),
    path("", include("wijkhuis.loop.agenda.urls")),
    path("", include("wijkhuis.house.directory.urls")),
    path("", include("wijkhuis.house.sources.urls")),
    path("", include("wijkhuis.house.fieldwork.urls")),
    path("", include("wijkhuis.house.library.urls")),
    path("", include("wijkhuis.house.partners.urls")),
    path("kantoor/", include("wijkhuis.site.office.urls")),
    path("stad/", include("wijkhuis.site.steering.urls")),
    path("hsds/v3/", include("wijkhuis.site.api.urls")),
    path("account/", include("wijkhuis.base.accounts.urls")),
    path("", include("wijkhuis.base.messages.urls")),
    path("", include("wijkhuis.base.ui.urls")),
]

handler429 = "wijkhuis.base.accounts.views.too_often"
