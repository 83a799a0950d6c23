"""Addresses of this room."""

from django.urls import path, re_path

from wijkhuis.house.directory.views import (
    calendar,
    check,
    freshness,
    house_notes,
    key_people,
    key_people_self,
    map,
    picture,
    pointing,
)

app_name = "directory"
urlpatterns = [
    path("kaart/", map.entries, name="entries"),
    path("kaart/nieuw/", map.add, name="add"),
    path("kaart/punten/", picture.points, name="points"),
    path("kaart/<int:pk>/opnieuw-zoeken/", picture.look_again, name="look_again"),
    path("kaart/<int:pk>/punt/", pointing.set_point, name="set_point"),
    path("kaart/<int:pk>/buurt/", picture.take_neighbourhood, name="take_neighbourhood"),
    path("kaart/<int:pk>/", map.entry, name="entry"),
    path("kaart/<int:pk>/tijden.ics", calendar.of_entry, name="calendar"),
    path("kaart/agenda/<slug:slug>.ics", calendar.of_house, name="house_calendar"),
    path("kaart/<int:pk>/aanpassen/", map.change, name="change"),
    path("kaart/<int:pk>/tonen/", map.show, name="show"),
    path("kaart/<int:pk>/nagekeken/", freshness.verify, name="verify"),
    path("kaart/<int:pk>/vraag-na/", freshness.ask, name="ask"),
    path("kaart/<int:pk>/wie-weet-het/", freshness.keeper, name="keeper"),
    path("kaart/<int:pk>/ongedaan/", freshness.undo, name="undo"),
    path("kaart/<int:pk>/ons-huis/", house_notes.take_up, name="take_up"),
    path("kaart/versheid/", freshness.freshness, name="freshness"),
    path("kaart/versheid/<int:pk>/klaar/", freshness.finish, name="finish"),
    path("kaart/ons-huis/", house_notes.house_notes, name="house_notes"),
    path("kaart/ons-huis/<int:pk>/weg/", house_notes.let_go, name="let_go"),
    path("kaart/klopt-het/<str:token>/", check.check, name="check"),
    re_path(
        r"^kaart/klopt-het/(?P<token>[\w-]+)/(?P<said>klopt-nog|klopt-niet-meer)/$", check.check_said, name="check_said"
    ),
    path("kaart/sleutelpersonen/", key_people.key_people, name="key_people"),
    path("kaart/sleutelpersonen/nieuw/", key_people.add, name="add_key_person"),
    path("kaart/sleutelpersonen/<int:pk>/aanpassen/", key_people.change, name="change_key_person"),
    path("kaart/sleutelpersonen/<int:pk>/weg/", key_people.remove, name="remove_key_person"),
    path("kaart/sleutelpersonen/<int:pk>/briefje/", key_people.slip, name="key_person_slip"),
    path("kaart/sleutelpersonen/<int:pk>/nog-goed/", key_people.again, name="key_person_again"),
    path("gevraagd/<str:token>/", key_people_self.asked, name="asked"),
]
