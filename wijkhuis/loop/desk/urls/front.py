"""Addresses of the front of the desk: taking a question down, the lists, and paper."""

from django.urls import URLPattern, path

from wijkhuis.loop.desk.views import desk, lists, paper

urlpatterns: list[URLPattern] = [
    path("balie/", desk.desk, name="desk"),
    path("balie/ladder/", desk.ladder, name="ladder"),
    path("vragen/", lists.house_questions, name="house_questions"),
    path("vragen/mijn/", lists.my_questions, name="my_questions"),
    path("vragen/mijn/grens/", lists.limit, name="limit"),
    path("vragen/zoek/", lists.find, name="find"),
    path("vragen/onderweg/", lists.street, name="street"),
    path("vragen/dag/", paper.day_sheet, name="day_sheet"),
    path("vragen/leeg-briefje/", paper.empty_slip, name="empty_slip"),
    path("vragen/<int:pk>/bewaard/", desk.saved, name="saved"),
    path("vragen/<int:pk>/briefje/", paper.slip, name="slip"),
]
