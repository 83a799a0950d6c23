"""Addresses of approaches, of who joins, and of telling back."""

from django.urls import URLPattern, path

from wijkhuis.loop.approaches.views import approach, correcting, going, joining, making, telling

urlpatterns: list[URLPattern] = [
    path("aanpak/", approach.approaches, name="approaches"),
    path("aanpak/maken/<int:pk>/", making.begin, name="make"),
    path("aanpak/maken/<int:pk>/<slug:step>/", making.step, name="make_step"),
    path("aanpak/<int:pk>/", approach.approach, name="approach"),
    path("aanpak/<int:pk>/poster/", approach.poster, name="poster"),
    path("aanpak/<int:pk>/wijzigen/", going.change, name="change"),
    path("aanpak/<int:pk>/stap/", going.add_step, name="add_step"),
    path("aanpak/<int:pk>/belofte/", going.add_pledge, name="add_pledge"),
    path("aanpak/stappen/<int:pk>/", going.tick_step, name="tick_step"),
    path("aanpak/beloften/<int:pk>/", going.tick_pledge, name="tick_pledge"),
    path("aanpak/stappen/<int:pk>/wijzigen/", correcting.change_step, name="change_step"),
    path("aanpak/stappen/<int:pk>/weg/", correcting.remove_step, name="remove_step"),
    path("aanpak/beloften/<int:pk>/wijzigen/", correcting.change_pledge, name="change_pledge"),
    path("aanpak/beloften/<int:pk>/weg/", correcting.remove_pledge, name="remove_pledge"),
    path("aanpak/<int:pk>/terugkijken/", going.look_back, name="look_back"),
    path("aanpak/<int:pk>/na-een-jaar/", going.look_again, name="look_again"),
    path("aanpak/<int:pk>/einde/", going.end, name="end"),
    path("aanpak/<int:pk>/uitkomst/", correcting.change_result, name="change_result"),
    path("aanpak/<int:pk>/toch-door/", correcting.go_on, name="go_on"),
    path("aanpak/<int:pk>/vertellen/", telling.tell, name="tell"),
    path("aanpak/<int:pk>/meedoen/", joining.join, name="join"),
    path("aanpak/meedoen/<int:pk>/eraf/", joining.take_off, name="take_off"),
    path("aanpak/weg/<str:key>/", joining.leave, name="leave"),
    path("vragen/terug/", telling.desk, name="hear_back"),
    path("vragen/nieuws/<int:pk>/verteld/", telling.say_told, name="say_told"),
    path("vragen/<int:pk>/meedoen/<int:approach_pk>/", joining.ask, name="ask_to_join"),
    path("vragen/<int:pk>/meedoen/<int:approach_pk>/eraf/", joining.take_off_at_desk, name="take_off_at_desk"),
    path("mijn/<str:token>/meedoen/<int:approach_pk>/", joining.mine, name="mine_join"),
    path("mijn/<str:token>/meedoen/<int:approach_pk>/eraf/", joining.mine_leave, name="mine_leave"),
]
