"""Addresses of this room."""

from django.urls import path

from wijkhuis.house.library.views import keeping, reading, searching

app_name = "library"
urlpatterns = [
    path("archief/", searching.archive, name="archive"),
    path("archief/beheer/", keeping.keep, name="keep"),
    path("archief/beheer/nieuw/", keeping.add, name="add"),
    path("archief/<int:pk>/", reading.document, name="document"),
    path("archief/<int:pk>/bestand/", reading.file, name="file"),
    path("archief/<int:pk>/aanpassen/", keeping.change, name="change"),
    path("archief/<int:pk>/tonen/", keeping.show, name="show"),
    path("archief/<int:pk>/opnieuw-lezen/", keeping.read_again, name="read_again"),
    path("archief/beheer/stoppen/", keeping.stop, name="stop_reading"),
    path("archief/<int:pk>/terug/", keeping.put_back, name="put_back"),
    path("archief/<int:pk>/weg/", keeping.remove, name="remove"),
    path("archief/<int:pk>/<int:number>/", reading.page, name="page"),
    path("archief/<int:pk>/<int:number>/plaatje/", reading.picture, name="picture"),
    path("archief/<int:pk>/<int:number>/plaatje/groot/", reading.large_picture, name="large_picture"),
]
