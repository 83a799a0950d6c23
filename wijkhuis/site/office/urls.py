"""Addresses of the office."""

from django.urls import path

from wijkhuis.site.office.views import city, house, leaving, people

app_name = "office"
urlpatterns = [
    path("", house.office, name="office"),
    path("kies-huis/", house.choose, name="choose"),
    path("team/", house.team, name="team"),
    path("team/<int:pk>/stopt/", leaving.end_role, name="end_role"),
    path("account/<int:pk>/sluiten/", leaving.close_account, name="close_account"),
    path("huishoudens/", leaving.households, name="households"),
    path("huishoudens/<int:pk>/", leaving.change_coordinator, name="change_coordinator"),
    path("huis/", house.settings, name="settings"),
    path("huis/open/", house.hours, name="hours"),
    path("huis/dicht/", house.closed_day, name="closed_day"),
    path("adres/<int:pk>/werkt/", house.revive_address, name="revive_address"),
    path("wie-keek/", people.looks, name="looks"),
    path("persoon/", people.person, name="person"),
    path("persoon/alles/", people.everything, name="everything"),
    path("persoon/vergeten/", people.forget, name="forget"),
    path("stad/", city.city, name="city"),
    path("stad/wijk/", city.district, name="new_district"),
    path("stad/wijk/<int:pk>/", city.district, name="district"),
    path("stad/buurt/", city.neighbourhood, name="new_neighbourhood"),
    path("stad/buurt/<int:pk>/", city.neighbourhood, name="neighbourhood"),
    path("stad/huis/", city.house, name="new_house"),
    path("stad/huis/<int:pk>/", city.house, name="house"),
    path("stad/rol/<int:pk>/stopt/", city.end_city_role, name="end_city_role"),
]
