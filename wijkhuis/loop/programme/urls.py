"""Addresses of this room. What the group writes stands before the houses: no house is called "schrijven"."""

from django.urls import path

from wijkhuis.loop.programme import views

app_name = "programme"
urlpatterns = [
    path("actieprogramma/", views.houses, name="houses"),
    path("actieprogramma/schrijven/", views.programmes, name="programmes"),
    path("actieprogramma/schrijven/<int:pk>/", views.programme, name="programme"),
    path("actieprogramma/schrijven/<int:pk>/wijzigen/", views.change, name="change"),
    path("actieprogramma/schrijven/<int:pk>/lezen/", views.publish, name="publish"),
    path("actieprogramma/schrijven/<int:pk>/actie/", views.add_action, name="add_action"),
    path("actieprogramma/acties/<int:pk>/", views.change_action, name="change_action"),
    path("actieprogramma/acties/<int:pk>/plaats/", views.move_action, name="move_action"),
    path("actieprogramma/acties/<int:pk>/weg/", views.remove_action, name="remove_action"),
    path("actieprogramma/doelen/", views.aims, name="aims"),
    path("actieprogramma/doelen/<int:pk>/", views.end_aim, name="end_aim"),
    path("actieprogramma/<slug:slug>/", views.house, name="house"),
    path("actieprogramma/<slug:slug>/papier/", views.paper, name="paper"),
]
