"""Addresses of this room."""

from django.urls import path

from wijkhuis.house.fieldwork.views import assignments, calls, review, today

app_name = "fieldwork"
urlpatterns = [
    path("uitzoeken/", today.today, name="today"),
    path("uitzoeken/ken-jij/", calls.ask, name="ask"),
    path("uitzoeken/ken-jij/<int:pk>/", calls.call, name="call"),
    path("uitzoeken/ken-jij/<int:pk>/tip/", calls.tip, name="tip"),
    path("uitzoeken/ken-jij/<int:pk>/klaar/", calls.close, name="close_call"),
    path("uitzoeken/tips/<int:pk>/weg/", calls.remove, name="remove_tip"),
    path("uitzoeken/tips/<int:pk>/op-de-kaart/", calls.to_entry, name="tip_to_entry"),
    path("uitzoeken/tips/<int:pk>/sleutelpersoon/", calls.to_key_person, name="tip_to_key_person"),
    path("uitzoeken/opdrachten/nieuw/", assignments.new, name="new_assignment"),
    path("uitzoeken/opdrachten/<int:pk>/", assignments.assignment, name="assignment"),
    path("uitzoeken/opdrachten/<int:pk>/papier/", assignments.paper, name="assignment_paper"),
    path("uitzoeken/opdrachten/<int:pk>/doorgeven/", assignments.hand_over, name="hand_over"),
    path("uitzoeken/opdrachten/<int:pk>/stoppen/", assignments.stop, name="stop_assignment"),
    path("uitzoeken/opdrachten/<int:pk>/nakijken/", review.review, name="review"),
    path("uitzoeken/opdrachten/<int:pk>/alles-wat-klopt/", review.accept_all, name="accept_all"),
    path("uitzoeken/opdrachten/<int:pk>/geleerd/", review.learnt, name="learnt"),
    path("uitzoeken/opdrachten/<int:pk>/geleerd/papier/", review.learnt_paper, name="learnt_paper"),
    path("uitzoeken/geleerd/", review.class_learnt, name="class_learnt"),
    path("uitzoeken/gevonden/<int:pk>/", assignments.finding, name="finding"),
    path("uitzoeken/gevonden/<int:pk>/overnemen/", review.accept, name="accept"),
    path("uitzoeken/gevonden/<int:pk>/terug/", review.take_back, name="take_back"),
    path("uitzoeken/gevonden/<int:pk>/op-de-kaart/", review.to_entry, name="finding_to_entry"),
]
