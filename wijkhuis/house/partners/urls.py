"""Addresses of this room."""

from django.urls import path

from wijkhuis.house.partners.views import accounts, faces, partnerships

app_name = "partners"
urlpatterns = [
    path("mensen/", faces.faces, name="faces"),
    path("mensen/nieuw/", faces.add, name="add"),
    path("mensen/<int:pk>/", faces.face, name="face"),
    path("mensen/<int:pk>/aanpassen/", faces.change, name="change"),
    path("mensen/<int:pk>/dagen/", faces.week, name="week"),
    path("mensen/<int:pk>/vandaag/", faces.here, name="here"),
    path("mensen/<int:pk>/vertrokken/", faces.retire, name="retire"),
    path("mensen/<int:pk>/weer-hier/", faces.again, name="again"),
    path("mensen/<int:pk>/account/", accounts.give, name="account"),
    path("mensen/<int:pk>/account/los/", accounts.take, name="take_account"),
    path("mensen/partners/", partnerships.partners, name="partners"),
    path("mensen/partners/nieuw/", partnerships.start, name="start"),
    path("mensen/partners/<int:pk>/", partnerships.change, name="partnership"),
    path("mensen/partners/<int:pk>/stoppen/", partnerships.end, name="end"),
]
